def index(request):
    return carts()
