"""Whether a surface may be the garbled form of a name, by how it is written and by the words beside it."""

from normalizers.fitting.candidates import fitting, fitting_mention

__all__ = ["fitting", "fitting_mention"]
