from fastapi import HTTPException


class Door:
    def open(self, request):
        if not request.headers.get("Authorization"):
            raise HTTPException(status_code=401)
