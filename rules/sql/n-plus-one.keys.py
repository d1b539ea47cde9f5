from django.db import models


class Customer(models.Model):
    nick = models.CharField(max_length=20)


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    invoice = models.FileField()


def nicks():
    for order in Order.objects.filter(paid=True):
        # ruleid: sql/n-plus-one
        yield order.customer.nick


def files():
    for order in Order.objects.filter(paid=True):
        # ok: sql/n-plus-one
        yield order.invoice.url


def titles():
    lessons = Lesson.objects.order_by("id")[:50]
    # ruleid: sql/n-plus-one
    return [{"id": lesson.id, "course": lesson.course.title} for lesson in lessons]


def joined():
    lessons = Lesson.objects.select_related("course")[:50]
    # ok: sql/n-plus-one
    return [{"id": lesson.id, "course": lesson.course.title} for lesson in lessons]


def joined_in_the_loop():
    for order in Order.objects.select_related("customer").filter(paid=True):
        # ok: sql/n-plus-one
        yield order.customer.nick


def names():
    # ruleid: sql/n-plus-one
    return [lesson.teacher.name for lesson in Lesson.objects.all()[:50]]


def names_of_files():
    # ok: sql/n-plus-one
    return [lesson.attachment.name for lesson in Lesson.objects.all()[:50]]
