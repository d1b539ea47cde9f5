from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Note(Base):
    __tablename__ = "notes"
    text = Column(Text)
    user_id = Column(Integer, ForeignKey("users.id"))


class City(Base):
    __tablename__ = "cities"
    name = Column(Text)
