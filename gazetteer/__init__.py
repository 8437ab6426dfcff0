"""What is true of the names in the news, and how machine translation from Chinese garbles them.

The way in:

    gazetteer = Gazetteer.default()
    gazetteer.lookup("Pingchang")
    gazetteer.explain("Xu Xun", near="head of the South Korean national security office", date="2020-10-14")
"""

from gazetteer.entity import Entity, Tenure
from gazetteer.errors import GazetteerError
from gazetteer.gazetteer import Gazetteer

__all__ = ["Entity", "Gazetteer", "GazetteerError", "Tenure"]
