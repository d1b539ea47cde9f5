import json


def handler(event, context):
    if not event.get("body"):
        # response: 400 {error, code}
        return {"statusCode": 400, "body": json.dumps({"error": "A body is needed", "code": 400})}
    if event["path"] == "/text":
        # response: 404 text sets retry-after
        return {"statusCode": 404, "headers": {"Retry-After": "1"}, "body": "No such thing"}
    # response: 200 {id}
    return {"statusCode": 200, "body": json.dumps({"id": 1})}


# No answer, though it has a status.
def quiet():
    return {"status": 400, "message": "x"}
