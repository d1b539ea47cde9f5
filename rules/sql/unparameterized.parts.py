from django.db.models.expressions import RawSQL
from flask import request
from sqlalchemy import literal_column, text


def search(session, term):
    # ruleid: sql/unparameterized
    return session.query(Note).filter(Note.user_id == me.id, text(f"text LIKE '%{term}%'")).all()


def by_title(notes):
    title = request.args["title"]
    # ruleid: sql/unparameterized
    return notes.filter(text("title = '%s' OR content = '%s'" % (title, title)))


def by_title_bound(notes, title):
    # ok: sql/unparameterized
    return notes.filter(text("title = :title")).params(title=title)


def newest(session):
    # ok: sql/unparameterized
    return session.query(Note).order_by(text("created_at DESC"))


def in_table(session, table, oldest):
    # The name of a table is the program's own.
    # ok: sql/unparameterized
    return session.query(Note).filter(text(f"{table}.created_at > :oldest")).params(oldest=oldest)


def first_days(session, days):
    # ok: sql/unparameterized
    return session.query(Note).filter(text(f"age < {int(days)}"))


def scored(session, term):
    # ruleid: sql/unparameterized
    return session.query(literal_column(f"similarity(title, '{term}')"))


def with_extra(term):
    # ruleid: sql/unparameterized
    return Note.objects.extra(where=["title = '%s'" % term])


def with_extra_params(term):
    # ok: sql/unparameterized
    return Note.objects.extra(where=["title = %s"], params=[term])


def annotated(term):
    # ruleid: sql/unparameterized
    return Note.objects.annotate(score=RawSQL(f"similarity(title, '{term}')", []))


def annotated_bound(term):
    # ok: sql/unparameterized
    return Note.objects.annotate(score=RawSQL("similarity(title, %s)", [term]))


def page_of(tags, name):
    # What writes a page is no SQL.
    # ok: sql/unparameterized
    tags.text(f"name = '{name}'")
