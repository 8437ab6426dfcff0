"""What stands around a surface that may be a garbled name, as it is weighed: titles, countries, traits."""

from normalizers.context.context import Dated, context_of, glimpse
from normalizers.context.surroundings import surroundings
from normalizers.context.traits import is_next_initial, is_sort, own_traits

__all__ = ["Dated", "context_of", "glimpse", "is_next_initial", "is_sort", "own_traits", "surroundings"]
