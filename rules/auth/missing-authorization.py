from fastapi import Depends, FastAPI

app = FastAPI()


# ruleid: auth/missing-authorization
@app.post("/admin/coupons")
def create_coupon(body: Coupon, user: User = Depends(get_current_user)):
    return store(body)


# ok: auth/missing-authorization
@app.put("/admin/coupons")
def replace_coupon(body: Coupon, user: User = Depends(require_admin)):
    return store(body)


# ok: auth/missing-authorization
@app.delete("/admin/coupons")
def delete_coupon(body: Coupon, user: User = Depends(get_current_user)):
    if user.role != "admin":
        raise HTTPException(403)
    return remove(body)


# ok: auth/missing-authorization
@app.get("/coupons")
def list_coupons(user: User = Depends(get_current_user)):
    return coupons()


# ruleid: auth/missing-authorization
@app.put("/users/update_role")
def update_role(body: RoleUpdate, current_user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    user = find_user(db, body.username)
    user.role = body.role
    db.commit()
    return user


# ok: auth/missing-authorization
@app.patch("/users/update_role")
def change_role(body: RoleUpdate, current_user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    if current_user.role != "owner":
        raise HTTPException(403)
    return find_user(db, body.username)


# Nobody is known here; that is another finding.
# ok: auth/missing-authorization
@app.post("/admin/open")
def everybody(body: Coupon):
    return store(body)
