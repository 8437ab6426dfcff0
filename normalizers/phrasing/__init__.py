"""How a run of words stands in its sentence: what it governs or qualifies, what explains it, what it is a part of."""

from normalizers.phrasing.bodies import (
    bodies_of,
    describes,
    goes_on_with_its_subject,
    is_bill_of,
    is_of_another_country,
    is_place_of_its_sort,
    speaks_of_many,
)
from normalizers.phrasing.explanations import is_explained, is_explanation
from normalizers.phrasing.syntax import (
    governs_what_follows,
    is_day_of_month,
    is_one_of_many,
    is_second_half,
    is_verb,
    qualifies_what_follows,
    takes_a_family_name,
)
from normalizers.phrasing.titles import QUOTED, UNTITLED, is_listed, is_part_of_title, is_quoted_word
from normalizers.phrasing.words import is_adjective_of, is_brand, is_made_up

__all__ = [
    "QUOTED",
    "UNTITLED",
    "bodies_of",
    "describes",
    "goes_on_with_its_subject",
    "governs_what_follows",
    "is_adjective_of",
    "is_bill_of",
    "is_brand",
    "is_day_of_month",
    "is_explained",
    "is_explanation",
    "is_listed",
    "is_made_up",
    "is_of_another_country",
    "is_one_of_many",
    "is_part_of_title",
    "is_place_of_its_sort",
    "is_quoted_word",
    "is_second_half",
    "is_verb",
    "qualifies_what_follows",
    "speaks_of_many",
    "takes_a_family_name",
]
