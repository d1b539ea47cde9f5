from django.http import HttpResponse

WAIT = "60"


def picture(request):
    if is_pending(request):
        # ok: api/retry-after
        return HttpResponse("Not fetched yet, try later.", status=503, headers={"Retry-After": WAIT})
    # ruleid: api/retry-after
    return HttpResponse("Try later.", status=503)
