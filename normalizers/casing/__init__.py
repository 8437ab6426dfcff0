"""Which words of a text are names in the wrong case."""

from normalizers.casing.names_only import is_only_a_name
from normalizers.casing.seen import Seen
from normalizers.casing.words_as_well import confidence_of_country, confidence_of_person

__all__ = ["Seen", "confidence_of_country", "confidence_of_person", "is_only_a_name"]
