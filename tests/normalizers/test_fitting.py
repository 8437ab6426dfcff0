"""Surfaces that are no name where they stand, beside the same words that are one."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.entity import Entity
from normalizers import Zhengming
from normalizers.page import Page
from normalizers.phrasing import governs_what_follows, is_of_another_country, is_one_of_many, is_second_half
from tests.normalizers.runs import run_of

DATE = "2021-06-22"
LEFT = [
    ("the second half of a given name", "The film director Chen Yu-lian said that the farm would open in May."),
    (
        "a family name and half of a given name",
        "The South Korean designer Kim Jin-woo showed white coats in Seoul and sang a song.",
    ),
    ("a paper with what it is", "The Financial Times newspaper of London said that the bank will cut jobs."),
    ("a paper with an Arabic article", "The minister told al-Riyadh newspaper in Saudi Arabia that oil is cheap."),
    ("what is for something", "The crew will prepare the missile for firing on Friday, India's army said."),
    ("a class of shares", "The American firm will buy its class A and class B stock, and its shares rose in New York."),
    ("a day of the week", "Kim Jong Un went to the flower show in Pyongyang on Sunday, the birthday of Kim Il Sung."),
    ("a place with what it is", "Shares of firms in “Shenzhen City” rose on Friday, the exchange said."),
    (
        "a country and what something of it is",
        "The Japanese broadcasting association will publish its figures on Friday.",
    ),
    ("a word by which people of a place are called", "A Chechen fighter was sentenced in Russia."),
    ("a law before it is passed", "Congress will vote on the “Voting Rights Bill” next week."),
    ("a word that governs the next", "China's cinemas had no film after midnight, film makers said."),
    ("authorities of a kind", "Securities Supervisory Commissions of China and other states met."),
    (
        "a place of another sort",
        "Two garment factories of Xiangjiang Province sent their workers home, China Daily said.",
    ),
    ("an explanation of a right name", "Viewers in China watched Nirvana in Fire (Langya List), a series with Hu Ge."),
    ("an explanation with a likeness", "He was hired under the Thousand Talents Plan (Thousand People Plan) of 2008."),
    ("a family name behind a name", "Guangming Wang Lei reporter learned from the bureau that the dam is safe."),
    ("explained in brackets", "The choir sang “Gong Tong Fu Yu (All Shall Be Rich)” at the end in Beijing."),
    (
        "of another country",
        "She heads the China Research Center of the University of Nairobi in Kenya. China sent 900 books.",
    ),
    ("of another country's", "Kenya's China Research Center opened a library in Nairobi. China sent 900 books."),
    ("what is of a country", "The West German cabinet met in Bonn, and West German farmers were angry with Germany."),
    ("several of a family", "The Coolidges of Ohio gave the town a park and a library, the mayor said."),
    ("people of a place", "A Louisianan won the boat race near Baton Rouge, a Louisiana station said."),
    (
        "a river by its name alone",
        "Boats on the Willamette stopped in Oregon because of the ice, the Oregon police said.",
    ),
    ("an abbreviation", "The union of the miners in the United States, AIMO, will meet in Denver, and AIMO will vote."),
    ("another title holder", "Minnesota Governor Rudy Perpich opened the bridge."),
    ("the first half of a pair of peoples", "The Italo-American club in Rome, Italy, has a new hall."),
    ("a particle before it", "In New York and Brooklyn Norm Van Brocklin was a quiet man, Van Brocklin's coach said."),
    (
        "a firm with its abbreviation",
        "The Federal Deposit Insurance Corp in the United States closed two banks on Friday.",
    ),
    ("a university without of", "Scientists of Melbourne University in Australia counted the birds."),
    ("a bank of a country", "The Belgian National Bank raised its forecast on Friday."),
    ("a name without its umlauts", "Trains from Saarbruecken in Germany were late."),
    ("a central bank", "The Swiss Central Bank raised its rate on Friday, and bankers in Zurich were glad."),
    ("a bank without its last word", "The Cleveland Federal Reserve published its survey of firms on Friday."),
    ("a ministry without of", "China's Human Resources and Social Security Ministry published the figures."),
    ("a country with stops and what it has", "Four U.S. Airlines asked for the route, the company said."),
    ("a man of a family", "The Russian engineer Sharapov said that the bridge at Samara would hold."),
    ("a conference on something", "The United Nations Conference on Trade and Development will meet in Geneva."),
    ("a name in another language", "Builders in the Federation Nationale du Batiment asked Paris for a loan."),
    ("capitals on small words", 'The theatre in Leeds will show the play "Waiting For Godot" in May.'),
    ("a day of the month", "At the April 2 meeting of the National People's Congress deputies nobody spoke."),
    ("figures", "The board of China's coffee traders needs between 10 and 15 billion shillings a year, a plan says."),
    ("a verb behind an auxiliary", "The bank said that the figure does not reflect banking in the shadow of the law."),
    (
        "a quotation with an apostrophe",
        'He told the film club that "Ladies\' Days" at the film theatre in Seoul were over.',
    ),
    ("no word spelt by ear", "The yesterday stong film star was seen in the United States."),
    (
        "bodies of a kind",
        "Banks in Hong Kong raised their rates on Friday, a bank said.",
    ),
    (
        "a word for a piece of music",
        "She played Haydn's Sonata in E minor and a waltz, a music critic wrote.",
    ),
    (
        "a president by the name that most use",
        "Vice President George Bush of the United States spoke of ships and of the navy.",
    ),
    (
        "a committee of Congress",
        "The House Budget Committee in the United States voted for a lower tax and more spending.",
    ),
    (
        "a senator who is another",
        "Senator Pete Domenici of New Mexico in the United States spoke of the budget.",
    ),
    (
        "another adjective of a country",
        "The Ecuadorean central bank set the dollar's price on Friday.",
    ),
    (
        "figures that are no title",
        "Fans of the film waited in Hong Kong for more than 10 years, the 10-year-old club said.",
    ),
    (
        "a city with what it is",
        "Nobody in Wuhan City had seen such an outbreak, a doctor in the city wrote in 2020.",
    ),
    ("a prize of another hall", "The film club of Turku gave the 80-year-old actor its Lifetime Achievement Award."),
    ("Macao as in Portuguese", "The film won a prize at the Macau International Film Festival, its director said."),
    (
        "a festival without “International” in its name",
        "The Busan film festival in South Korea showed three silent films.",
    ),
    (
        "a hall of a town",
        "The museum keeper of the Hengyang Resistance War Memorial Hall in China retired after the war.",
    ),
]
MENDED = [
    (
        "a surname behind the last word of an office",
        "Former US Secretary of State Tilesen wrote a book about oil, a Texas paper said.",
        "Former US Secretary of State Tillerson wrote a book about oil, a Texas paper said.",
    ),
    (
        "a place by what it is in the news for",
        "The atomic bomb that fell on Changqi ended the war within days, the survivor said.",
        "The atomic bomb that fell on Nagasaki ended the war within days, the survivor said.",
    ),
    (
        'a name behind "means", which nothing quotes',
        "The law means Bosonaro cannot run again, Brazil's electoral court said.",
        "The law means Bolsonaro cannot run again, Brazil's electoral court said.",
    ),
    (
        "a title between title marks in Chinese",
        "The film “Miserable World” with songs by Hugh Jackman opened on Friday.",
        "The film “Les Miserables” with songs by Hugh Jackman opened on Friday.",
    ),
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
        "The Philippine Defense Ministry in Manila denied it.",
        "The Philippine Department of National Defense in Manila denied it.",
    ),
    (
        "all of a name, not the family name alone",
        "Huang Renxun, chief executive of Nvidia, showed the new chips in Taipei.",
        "Jensen Huang, chief executive of Nvidia, showed the new chips in Taipei.",
    ),
    (
        "a place said to be of its country, though the sentence is about China",
        "Buses from China waited in the Laotian town of Moding for two hours.",
        "Buses from China waited in the Laotian town of Boten for two hours.",
    ),
    (
        "written out before its abbreviation",
        "The British Broadcasting Company (BBC) showed the film on Sunday.",
        "The British Broadcasting Corporation (BBC) showed the film on Sunday.",
    ),
    (
        "an agency that reports",
        "Fa Xin She reported that the ferry had sunk off Brest with nobody on board.",
        "Agence France-Presse reported that the ferry had sunk off Brest with nobody on board.",
    ),
    (
        "one syllable of a Korean name in pinyin",
        "South Korean President Yoon Suk-yue opened the bridge in Busan.",
        "South Korean President Yoon Suk Yeol opened the bridge in Busan.",
    ),
    (
        "what would explain a right name, without one",
        "Viewers in China watched “Langya List”, a series with Hu Ge.",
        "Viewers in China watched “Nirvana in Fire”, a series with Hu Ge.",
    ),
    (
        "a turned name with a capital between its parts",
        "Reporters Without National Boundaries counted the journalists in prison, its Paris office said.",
        "Reporters Without Borders counted the journalists in prison, its Paris office said.",
    ),
    (
        "the same slogan without an explanation",
        "The party asks its members to keep “Gong Tong Fu Yu” in mind.",
        "The party asks its members to keep “common prosperity” in mind.",
    ),
]


@pytest.mark.parametrize("text", [text for _, text in LEFT], ids=[name for name, _ in LEFT])
def test_what_is_no_name_here_is_left(zm: Zhengming, text: str) -> None:
    assert zm.correct(text, date=DATE).text == text


@pytest.mark.parametrize(("text", "becomes"), [case[1:] for case in MENDED], ids=[case[0] for case in MENDED])
def test_the_same_words_as_a_name_are_mended(zm: Zhengming, text: str, becomes: str) -> None:
    assert zm.correct(text, date=DATE).text == becomes


def test_a_term_with_a_word_less_is_not_even_suggested(zm: Zhengming) -> None:
    assert not zm.correct("She wrote of the intercontinental missiles of the fleet.", date=DATE).findings


def test_what_goes_on_somewhere_is_no_body_of_that_place(zm: Zhengming) -> None:
    findings = zm.correct("Fires in Jiazhou closed two roads on Monday.", date=DATE).findings
    assert {finding.replacement for finding in findings} <= {"California"}


def test_an_adjective_of_the_next_word_is_no_end_of_a_name(zm: Zhengming) -> None:
    def suggested(text: str) -> set[str | None]:
        return {finding.replacement for finding in zm.correct(text, date=DATE).findings}

    assert suggested("She wrote of fan circle culture in Hunan.") == {"clique culture"}
    assert not suggested("She wrote of fan circle cultural events in Hunan.")


@pytest.mark.parametrize(
    ("text", "last", "governs"),
    [
        ("Clean water for every village", 3, True),
        ("Clean water for every, they said", 3, False),
        ("Clean water for all children", 3, True),
        ("Clean water for all is dear", 3, False),
        ("Clean water for all", 3, False),
        ("Clean water for all of them", 3, False),
        ("Clean water after the rain", 2, True),
        ("Clean water for every Sunday", 3, False),
        ("Clean water for the village", 1, False),
    ],
)
def test_a_phrase_ends_before_the_noun_of_its_last_word(zm: Zhengming, text: str, last: int, governs: bool) -> None:
    assert governs_what_follows(Page(text, zm.gazetteer), last) is governs


@pytest.mark.parametrize(
    ("text", "surface", "is_one"),
    [
        ("He told a House Budget Committee in Tokyo.", "House Budget Committee", True),
        ("He told a House Budget Committee.", "House Budget Committee", True),
        ("He told a House Budget Committee member.", "House Budget Committee", False),
        ("He told the House Budget Committee in Tokyo.", "House Budget Committee", False),
    ],
)
def test_an_indefinite_article_says_that_there_are_more(
    text: str, surface: str, is_one: bool, gazetteer: Gazetteer
) -> None:
    page = Page(text, gazetteer)
    assert is_one_of_many(page, *run_of(page, surface)) is is_one


@pytest.mark.parametrize(
    ("text", "surface", "is_half"),
    [
        ("He wants a demand-oriented policy.", "oriented policy", True),
        ("He wants a post-oriented policy.", "oriented policy", False),
        ("He wants US-China trade talks.", "China trade", False),
        ("He wants an oriented policy.", "oriented policy", False),
    ],
)
def test_half_of_a_compound(text: str, surface: str, is_half: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert is_second_half(page, run_of(page, surface)[0]) is is_half


@pytest.mark.parametrize(
    ("surface", "name", "country", "is_other"),
    [
        ("China Sunland Office", "Central Sunland Office", ("TW",), True),
        ("China Sunland Office", "China Sunland Airlines", ("TW",), False),  # the name itself has it
        ("Chinese Sunland Office", "China Sunland Airlines", ("TW",), False),
        ("Taiwan Sunland Office", "Central Sunland Office", ("TW",), False),
        ("Sunland Office", "Central Sunland Office", ("TW",), False),
        ("China Sunland Office", "Central Sunland Office", (), False),
    ],
)
def test_a_body_of_another_country(
    surface: str, name: str, country: tuple[str, ...], is_other: bool, gazetteer: Gazetteer
) -> None:
    page = Page(f"The {surface} spoke of rain in Japan.", gazetteer)
    body = Entity("organization/body", "organization", name, country=country)
    assert is_of_another_country(page, *run_of(page, surface), body) is is_other
