from flask import Flask

from reports import Reports

app = Flask(__name__)
app.add_url_rule("/reports", view_func=Reports.as_view("reports"))
