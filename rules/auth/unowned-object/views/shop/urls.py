from django.urls import path

from shop import views

urlpatterns = [
    path("letters/<int:letter_id>/", views.letter),
    path("letters/<int:letter_id>/own/", views.own_letter),
    path("managed/visitors/<int:number>/", views.remove_visitor),
]
