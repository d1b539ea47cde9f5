from http import HTTPMethod

from . import main
from .base import Pages, Traced


class Books(Pages):
    pass


class Logs(Traced):
    def get(self):
        return []


books = Books.as_view("books")
# What is called for a request, the class decides.
# route: GET /books/new unknown
# route: POST /books/new unknown
main.add_url_rule("/books/new", view_func=books, methods=[HTTPMethod.GET, HTTPMethod.POST])
# Goes on to the method of the verb.
# route: GET /logs open
main.add_url_rule("/logs", view_func=Logs.as_view("logs"), methods=["GET", "POST"])
