"""Surfaces that are no name where they stand, beside the same words that are one."""

from __future__ import annotations

import pytest

from normalizers import Zhengming

DATE = "2021-06-22"
LEFT = [
    ("the second half of a given name", "The film director Zhang Hua-lian said that the farm would open in May."),
    ("a place with what it is", "Shares of firms in “Shanghai City” rose on Friday, the Shanghai bureau said."),
    ("the beginning of a longer name", "The shock was measured by the China Earthquake Network at a magnitude of 5.1."),
    (
        "what belongs to a country's navy",
        "Russian naval ships and a submarine left the port of Sevastopol for exercises.",
    ),
    ("a phrase with a country that says what it is", "The game is about a Chinese-style family and its exams."),
    ("a word by which people of a place are called", "A Chechen fighter was sentenced in Russia."),
    ("a law before it is passed", "The Senate will vote on the “National Defense Authorization Bill” next week."),
    (
        "a word that governs the next",
        "In China the actors of that film found their way back to film after the reform began.",
    ),
    ("authorities of a kind", "Sellers in China were fined by Market Supervisory Authorities for false labels."),
    ("a family name behind an agency", "Xinhua Wang Lei reporter learned from the bureau that the dam is safe."),
    ("explained in brackets", "The choir sang “Bu Wang Chu Xin (Keep the First Heart in Mind)” at the end."),
    (
        "of another country",
        "She heads the China Research Center, Institute of Asian Studies at the University of Chile.",
    ),
    ("of another country's", "Chile's China Research Center opened a library in Santiago. China sent 900 books."),
]
MENDED = [
    (
        "a name and not the verb behind it",
        "Ukrainian president Zelianski thanked his guests in Kyiv.",
        "Ukrainian president Zelenskyy thanked his guests in Kyiv.",
    ),
    (
        "a garbled given name before a family name that many have",
        "Pakistani Prime Minister Imlan Han opened the bridge in Lahore.",
        "Pakistani Prime Minister Imran Khan opened the bridge in Lahore.",
    ),
    (
        "the country kept before a plain name",
        "The Philippine Ministry of Health in Manila counted ninety new cases on Sunday.",
        "The Philippine Department of Health in Manila counted ninety new cases on Sunday.",
    ),
    (
        "all of a name, not the family name alone",
        "Huang Renxun, chief executive of Nvidia, showed the new chips in Taipei.",
        "Jensen Huang, chief executive of Nvidia, showed the new chips in Taipei.",
    ),
    (
        "written out before its abbreviation",
        "The US Public Corporate Accounting Regulatory Commission (PCAOB) asked for the audit papers of Chinese firms.",
        "The Public Company Accounting Oversight Board (PCAOB) asked for the audit papers of Chinese firms.",
    ),
    (
        "the same slogan without an explanation",
        "The party asks its members to keep “Bu Wang Chu Xin” in mind.",
        "The party asks its members to keep “stay true to the founding mission” in mind.",
    ),
]


@pytest.mark.parametrize("text", [text for _, text in LEFT], ids=[name for name, _ in LEFT])
def test_what_is_no_name_here_is_left(zm: Zhengming, text: str) -> None:
    assert zm.correct(text, date=DATE).text == text


@pytest.mark.parametrize(("text", "becomes"), [case[1:] for case in MENDED], ids=[case[0] for case in MENDED])
def test_the_same_words_as_a_name_are_mended(zm: Zhengming, text: str, becomes: str) -> None:
    assert zm.correct(text, date=DATE).text == becomes
