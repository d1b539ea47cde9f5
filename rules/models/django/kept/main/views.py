from django.views.decorators.http import require_POST


@require_POST
def vaults(request):
    return vault.add(request.POST["name"])
