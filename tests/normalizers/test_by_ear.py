"""Names that are spelt by ear, and the right names of others that are spelt nearly so."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.entity import Entity
from normalizers.fitting.by_ear import is_abbreviation, is_made_of, may_be_by_ear
from normalizers.fitting.first_names import is_of_a_person, is_of_somebody_else
from normalizers.page import Page
from tests.normalizers.runs import run_of

SOUGHT = Entity("person/somebody", "person", "Albert Lookmann", short="Lookmann", also=("Del Lookmann",))
PLACE = Entity("place/somewhere", "place", "Torvald River")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("Lukman came late.", False),
        ("Rilwan Lukman spoke. Lukman came late.", True),
        ("Then Dick Lukman spoke. Lukman came late.", True),
        ("E. H. Lukman spoke. Lukman came late.", True),
        ("A. Lukman spoke. Lukman came late.", False),  # an initial that may be his
        ("Albrecht Lukman spoke. Lukman came late.", False),  # his own first name, or nearly
        ("Albrecht Lukman spoke, as did Rilwan Lukman. Lukman came late.", False),  # one of the two may be he
        ("Ade Luo Lukman spoke. Lukman came late.", False),  # read aloud: it may be anybody's
        ("Mr Lukman spoke to Minister Lukman. Lukman came late.", False),
        ("Yesterday Lukman spoke in Paris Lukman. Lukman came late.", False),
    ],
)
def test_a_first_name_in_the_text_tells_whose_family_name_it_is(
    text: str, is_other: bool, gazetteer: Gazetteer
) -> None:
    page = Page(text, gazetteer)
    assert is_of_somebody_else(page, *run_of(page, "Lukman"), SOUGHT) is is_other


def test_an_initial_is_not_the_first_name_of_who_has_another(gazetteer: Gazetteer) -> None:
    page = Page("Rilwan Lukman spoke. Lukman came late.", gazetteer)
    with_initial = Entity("person/somebody", "person", "Albert R. Lookmann", short="Lookmann")
    assert is_of_somebody_else(page, *run_of(page, "Lukman"), with_initial)


@pytest.mark.parametrize(
    ("text", "is_persons"),
    [
        ("Roger Torvalt spoke. Torvalt came late.", True),
        ("Otto Torvalt spoke. Torvalt came late.", True),
        ("Mr Torvalt spoke. Torvalt came late.", False),
        ("Near Torvalt they met. Torvalt is cold.", False),
        ("Ade Torvalt spoke. Torvalt came late.", False),  # no common first name
    ],
)
def test_whose_family_name_a_word_is_no_place_is_called(text: str, is_persons: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert is_of_a_person(page, *run_of(page, "Torvalt"), PLACE) is is_persons
    assert may_be_by_ear(page, *run_of(page, "Torvalt"), PLACE) is not is_persons


@pytest.mark.parametrize(
    ("text", "surface", "may_be"),
    [
        ("Then Mr. Torvalt spoke.", "Torvalt", False),
        ("Then Dr Ade Torvalt spoke.", "Torvalt", False),
        ("Near Mt Torvalt it froze.", "Torvalt", True),
        ("Mr Ade came. In Torvalt it froze.", "Torvalt", True),
    ],
)
def test_who_is_called_mister_is_no_place(text: str, surface: str, may_be: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert may_be_by_ear(page, *run_of(page, surface), PLACE) is may_be


def test_a_place_may_have_a_first_name_in_it(gazetteer: Gazetteer) -> None:
    page = Page("They live in Otto Torvalt, Ohio.", gazetteer)
    place = Entity("place/otto", "place", "Otto Torvald")
    assert not is_of_a_person(page, *run_of(page, "Torvalt"), place)


def test_a_word_made_of_words_is_no_name(gazetteer: Gazetteer) -> None:
    for text, may_be in (("They will relookman it.", True), ("They will resharpen it.", False)):
        page = Page(text, gazetteer)
        assert may_be_by_ear(page, *run_of(page, page.texts[2]), SOUGHT) is may_be


def test_of_people_whose_family_name_comes_first_it_says_nothing(gazetteer: Gazetteer) -> None:
    page = Page("Rilwan Lukman spoke.", gazetteer)
    korean = Entity("person/korean", "person", "Luk Man-ho", short="Luk", origin="ko")
    assert not is_of_somebody_else(page, *run_of(page, "Lukman"), korean)


@pytest.mark.parametrize(
    ("text", "surface", "may_be"),
    [
        ("He met Lukman there.", "Lukman", True),
        ("He met the Lukman-Sowa brothers.", "Lukman", False),
        ("He flew a Lukman-24 there.", "Lukman", False),
        ("He met the Lukman-led group.", "Lukman", True),
        ("He met LUKMAN there.", "LUKMAN", False),
        ("HE MET LUKMAN THERE.", "LUKMAN", True),  # a headline in capitals
        ("He met Albrecht Lukman there.", "Albrecht Lukman", True),
        ("He met Lok Mann there.", "Lok Mann", True),  # the family name in pieces
        ("He met Robert Stark there.", "Robert Stark", False),
    ],
)
def test_what_may_be_a_person_by_ear(text: str, surface: str, may_be: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert may_be_by_ear(page, *run_of(page, surface), SOUGHT) is may_be


def test_a_part_of_a_name_is_not_misspelt(gazetteer: Gazetteer) -> None:
    paper = Entity("organization/paper", "organization", "The U", also=("U Courier",))
    for text, surface, may_be in (("The Courier man.", "Courier", False), ("The Courrier man.", "Courrier", True)):
        page = Page(text, gazetteer)
        assert may_be_by_ear(page, *run_of(page, surface), paper) is may_be


def test_a_name_behind_a_particle_is_no_place(gazetteer: Gazetteer) -> None:
    for text, may_be in (("They met Norm Van Torvalt.", False), ("They met near Torvalt.", True)):
        page = Page(text, gazetteer)
        assert may_be_by_ear(page, *run_of(page, "Torvalt"), PLACE) is may_be


@pytest.mark.parametrize(
    ("letters", "entity", "is_made"),
    [
        ("lookmanns", SOUGHT, True),
        ("lookmannian", SOUGHT, True),
        ("lookmanny", SOUGHT, True),
        ("lukmann", SOUGHT, False),
        ("lookmannov", SOUGHT, False),
        ("lukmanov", Entity("person/woman", "person", "Tatyana Lukmanova", short="Lukmanova"), True),
        ("lukman", Entity("person/woman", "person", "Tatyana Lukmana", short="Lukmana"), False),
        ("torvald", PLACE, True),  # without the word for what it is
        ("torvalt", PLACE, False),
        ("lueneburgs", Entity("place/with-umlaut", "place", "Lüneburg"), True),
        ("lunenburgs", Entity("place/with-umlaut", "place", "Lüneburg"), False),
    ],
)
def test_words_made_of_a_name(letters: str, entity: Entity, is_made: bool) -> None:
    assert is_made_of(letters, entity) is is_made


def test_initials_are_no_name(gazetteer: Gazetteer) -> None:
    page = Page("They live at Sands Point, L. I., with a dog.", gazetteer)
    assert is_abbreviation(page, *run_of(page, "L. I"))
