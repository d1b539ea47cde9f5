from fastapi import FastAPI
from flask import Flask
from sqlalchemy import text

app = FastAPI()
flask_app = Flask(__name__)


@app.get("/posts/{post_id}/like")
async def like(post_id: int, session: Session = Depends(get_session)):
    # ruleid: rest/get-mutates
    session.execute(text("INSERT INTO likes (post_id) VALUES (:id)"), {"id": post_id})
    session.commit()
    return {"ok": True}


@app.get("/posts/{post_id}")
async def read(post_id: int, session: Session = Depends(get_session)):
    # ok: rest/get-mutates
    post = session.get(Post, post_id)
    # ruleid: rest/get-mutates
    session.execute(text("UPDATE posts SET views = views + 1 WHERE id = :id"), {"id": post_id})
    # ok: rest/get-mutates
    session.execute(text("UPDATE users SET last_seen = now() WHERE id = :id"), {"id": 1})
    # ok: rest/get-mutates
    session.execute(text("INSERT INTO audit_log (post_id) VALUES (:id)"), {"id": post_id})
    return post


@app.post("/posts")
async def create(session: Session = Depends(get_session)):
    # ok: rest/get-mutates
    session.execute(text("INSERT INTO posts (title) VALUES ('x')"))


@flask_app.route("/purge")
def purge():
    # ruleid: rest/get-mutates
    db.execute("DELETE FROM posts WHERE stale = 1")
    return {"ok": True}


@flask_app.route("/both", methods=["GET", "POST"])
def both():
    # ok: rest/get-mutates
    db.execute("DELETE FROM posts WHERE stale = 1")
    return {"ok": True}


# What is written under a test of the method is not the GET's doing.
@flask_app.route("/comments")
def comments():
    if request.method == "POST":
        # ok: rest/get-mutates
        db.session.add(Comment(text="x"))
        db.session.commit()
    return "x"


# A browser is sent here by the identity provider.
@flask_app.route("/oauth/callback")
def signed_in():
    # ok: rest/get-mutates
    db.session.add(Account(name="x"))
    db.session.commit()
    return "x"


@app.get("/challenges/{challenge_id}")
def challenge(challenge_id: int):
    # ok: rest/get-mutates
    db.execute(text("INSERT INTO tracking (challenge_id) VALUES (:id)"), {"id": challenge_id})
    return {}


@app.get("/posts/{post_id}/seen")
def seen(post_id: int, session: Session = Depends(get_session)):
    post = session.get(Post, post_id)
    # ruleid: rest/get-mutates
    post.views += 1
    session.commit()
    return post


@app.get("/posts/{post_id}/kept")
def kept(post_id: int, session: Session = Depends(get_session)):
    post = session.get(Post, post_id)
    post.views += 1
    # ruleid: rest/get-mutates
    session.add(post)
    session.commit()
    return post


@app.get("/posts/{post_id}/shown")
def shown(post_id: int, session: Session = Depends(get_session)):
    post = session.get(Post, post_id)
    # ok: rest/get-mutates
    post.shown = True
    return post


@app.get("/profile")
def profile(session: Session = Depends(get_session), user_id: int = Depends(caller)):
    user = session.get(User, user_id)
    # ok: rest/get-mutates
    user.last_seen = now()
    session.commit()
    return user


@app.get("/catalogs/{catalog_id}/open")
def open_catalog(catalog_id: int, session: Session = Depends(get_session)):
    # ruleid: rest/get-mutates
    session.execute(text("UPDATE catalogs SET open = true WHERE id = :id"), {"id": catalog_id})
    session.commit()


@flask_app.route("/validate")
def validate():
    session_object = Session.find(g.session_id)
    session_object.touch()
    # ok: rest/get-mutates
    db.session.add(session_object)
    db.session.commit()
    return "OK"


@app.get("/documents/{document_id}")
def show_document(document_id: int, session: Session = Depends(get_session)):
    document = session.get(Document, document_id)
    # ok: rest/get-mutates
    document.last_viewed_at = now()
    session.commit()
    return document
