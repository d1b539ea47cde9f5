from django.db.models import Count, Sum

from .models import Expense


def by_category(user):
    recent = Expense.objects.filter(user=user).order_by("-date")[:100]
    # ruleid: sql/limit-on-total
    return {row["category"]: row["total"] for row in recent.values("category").annotate(total=Sum("amount"))}


def spent(user):
    # ruleid: sql/limit-on-total
    return Expense.objects.filter(user=user).order_by("-date")[:100].aggregate(Sum("amount"))


def in_top_categories(user):
    # ruleid: sql/limit-on-total
    rows = Expense.objects.filter(user=user).values("category").annotate(total=Sum("amount")).order_by("-total")[:5]
    return sum(row["total"] for row in rows)


def top_categories(user):
    # ok: sql/limit-on-total
    rows = Expense.objects.filter(user=user).values("category").annotate(total=Sum("amount")).order_by("-total")[:5]
    return list(rows)


def counts(user):
    # ok: sql/limit-on-total
    rows = Expense.objects.filter(user=user).values("category").annotate(number=Count("id"))
    return sum(row["number"] for row in rows)


def first_items(request, pk):
    order = Order.objects.get(pk=pk)
    # ruleid: sql/limit-on-total
    items = order.items.all()[:50]
    return JsonResponse({"total": sum(item.price for item in items)})
