from fastapi import APIRouter, Depends, FastAPI, Response, status
from fastapi.responses import JSONResponse
from sqlalchemy.orm import Session

app = FastAPI()
router = APIRouter(prefix="/teams")


@app.post("/orders")
def create_order(order: NewOrder, db: Session = Depends(get_db)):
    row = Order(**order.model_dump())
    db.add(row)
    db.commit()
    db.refresh(row)
    # ruleid: rest/created-status
    return row


@app.post("/invoices", status_code=200)
def create_invoice(invoice: NewInvoice, db: Session = Depends(get_db)):
    row = Invoice(total=invoice.total)
    db.add(row)
    db.commit()
    # ruleid: rest/created-status
    return row


@router.post("/{team_id}/members")
async def add_member(team_id: int, member: Member, db: Session = Depends(get_db)):
    db.add(Membership(team_id=team_id, name=member.name))
    await db.commit()
    # ruleid: rest/created-status
    return JSONResponse({"ok": True})


@app.post("/users", status_code=status.HTTP_201_CREATED)
def create_user(user: NewUser, db: Session = Depends(get_db)):
    row = User(**user.model_dump())
    db.add(row)
    db.commit()
    # ok: rest/created-status
    return row


@app.post("/labels", status_code=201)
def create_label(label: Label, db: Session = Depends(get_db)):
    db.add(label)
    db.commit()
    # ok: rest/created-status
    return label


@app.post("/photos")
def create_photo(photo: NewPhoto, response: Response, db: Session = Depends(get_db)):
    row = Photo(url=photo.url)
    db.add(row)
    db.commit()
    response.status_code = 201
    # ok: rest/created-status
    return row


@app.post("/reports")
def create_report(report: NewReport, db: Session = Depends(get_db)):
    row = Report(state="queued")
    db.add(row)
    db.commit()
    # ok: rest/created-status
    return JSONResponse({"id": row.id}, status_code=202)


@app.post("/orders/{order_id}/cancel")
def cancel_order(order_id: int, db: Session = Depends(get_db)):
    db.add(Cancellation(order_id=order_id))
    db.commit()
    # ok: rest/created-status
    return {"cancelled": True}


@app.post("/orders/search")
def search_orders(query: OrderQuery, db: Session = Depends(get_db)):
    # ok: rest/created-status
    return db.query(Order).filter_by(**query.model_dump()).limit(20).all()


@app.post("/login")
def login(credentials: Credentials, db: Session = Depends(get_db)):
    db.add(LoginSession(user=credentials.name))
    db.commit()
    # ok: rest/created-status
    return {"token": "x"}


@app.post("/tags")
def find_or_create_tag(tag: NewTag, db: Session = Depends(get_db)):
    row = db.query(Tag).filter_by(name=tag.name).first()
    if row is None:
        row = Tag(name=tag.name)
        db.add(row)
        db.commit()
    # ok: rest/created-status
    return row
