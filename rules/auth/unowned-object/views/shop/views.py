from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from shop.guards import known
from shop.lookup import current_user
from shop.models import Letter, Visitor


# Whom the page is shown to, and where he is sent afterwards, says nothing of whose letter it is.
@require_http_methods(["GET", "DELETE"])
@known
def letter(request, letter_id):
    caller = current_user(request)
    try:
        # ruleid: auth/unowned-object
        letter = Letter.objects.get(pk=letter_id)
        if request.method == "GET":
            return render(request, "letter.html", {"current_user": caller, "letter": letter})
        letter.delete()
    except Letter.DoesNotExist:
        pass
    return redirect("/visitors/" + str(current_user(request).id))


@require_http_methods(["GET"])
@known
def own_letter(request, letter_id):
    # ok: auth/unowned-object
    letter = Letter.objects.get(pk=letter_id, sender=current_user(request))
    return JsonResponse({"text": letter.text})


# Being signed in is no right to manage.
@require_http_methods(["DELETE"])
@known
def remove_visitor(request, number):
    # ruleid: auth/unowned-object
    visitor = Visitor.objects.get(pk=number)
    visitor.delete()
    return JsonResponse({})
