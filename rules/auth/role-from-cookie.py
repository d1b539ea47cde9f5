from django.shortcuts import redirect, render


def lab(request):
    # ruleid: auth/role-from-cookie
    if request.COOKIES.get("admin") == "1":
        return render(request, "admin.html")
    return redirect("login")


def agent(request):
    user_agent = request.META["HTTP_USER_AGENT"]
    # ruleid: auth/role-from-cookie
    if user_agent == "back-office":
        return render(request, "admin.html")
    return redirect("login")


def expiring(request):
    cookie = request.COOKIES["cookie"]
    # ruleid: auth/role-from-cookie
    if cookie.split("|")[0] == "admin":
        return render(request, "admin.html")
    return redirect("login")


def signed(request):
    payload = jwt.decode(request.COOKIES["auth"], KEY, algorithms=["HS256"])
    # ok: auth/role-from-cookie
    if payload["user"] == "admin":
        return render(request, "admin.html")
    return redirect("login")


def theme(request):
    # ok: auth/role-from-cookie
    if request.COOKIES.get("theme") == "dark":
        return render(request, "dark.html")
    # ok: auth/role-from-cookie
    if "Mobile" in request.META["HTTP_USER_AGENT"]:
        return render(request, "mobile.html")
    # ok: auth/role-from-cookie
    if request.session.get("role") == "admin":
        return render(request, "admin.html")
    # ok: auth/role-from-cookie
    if request.get_signed_cookie("role") == "admin":
        return render(request, "admin.html")
    return render(request, "light.html")
