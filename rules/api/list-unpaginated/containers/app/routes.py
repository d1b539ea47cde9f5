from dishka.integrations.fastapi import DishkaRoute, FromDishka
from fastapi import APIRouter

from app.catalogue import Catalogue

router = APIRouter(route_class=DishkaRoute)


@router.get("/books")
async def books(catalogue: FromDishka[Catalogue]):
    return await catalogue.titles()


@router.get("/books/news")
async def news(catalogue: FromDishka[Catalogue]):
    return await catalogue.news()
