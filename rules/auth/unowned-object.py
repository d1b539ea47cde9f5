from fastapi import Depends, FastAPI

app = FastAPI()


# ruleid: auth/unowned-object
@app.get("/users/{user_id}/orders")
def orders(user_id: int, user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    return db.query(Order).filter(Order.user_id == user_id).all()


# ruleid: auth/unowned-object
@app.put("/accounts/{account_number}")
def rename(account_number: str, body: Rename, current_user: User = Depends(get_current_user)):
    account = find_account(account_number)
    account.name = body.name
    return account


# ruleid: auth/unowned-object
@app.post("/virtual-cards/{card_id}/freeze")
def freeze(card_id: int, current_user: User = Depends(get_current_user)):
    return update_card(card_id, frozen=True)


# ok: auth/unowned-object
@app.get("/users/{user_id}/invoices")
def invoices(user_id: int, user: User = Depends(get_current_user)):
    if user.id != user_id:
        raise HTTPException(404)
    return find_invoices(user_id)


# ok: auth/unowned-object
@app.delete("/users/{user_id}")
def delete_user(user_id: int, admin: User = Depends(get_current_admin)):
    return remove(user_id)


# A profile is there to be read.
# ok: auth/unowned-object
@app.get("/users/{user_id}")
def profile(user_id: int, user: User = Depends(get_current_user)):
    return find_user(user_id)


# ok: auth/unowned-object
@app.patch("/users/{user_id}")
def patch_user(user_id: int, body: Patch, subject: Person = Depends(signed_in_person)):
    return update(user_id, body, by=subject)


# ok: auth/unowned-object
@app.post("/teams/{team_id}/topics")
def add_topic(team_id: int, current_user: User = Depends(get_current_user)):
    return new_topic(team_id)
