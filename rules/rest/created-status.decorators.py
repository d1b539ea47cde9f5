from apifairy import body, response
from flask import Blueprint

from .database import db
from .models import Order, Post
from .schemas import OrderSchema, PostSchema

posts = Blueprint("posts", __name__)
schema = PostSchema()


@posts.route("/posts", methods=["POST"])
@body(schema)
@response(schema, 201)
def new_post(args):
    post = Post(**args)
    db.session.add(post)
    db.session.commit()
    # ok: rest/created-status
    return post


@posts.route("/orders", methods=["POST"])
@body(OrderSchema)
@response(OrderSchema)
def new_order(args):
    order = Order(**args)
    db.session.add(order)
    db.session.commit()
    # ruleid: rest/created-status
    return order
