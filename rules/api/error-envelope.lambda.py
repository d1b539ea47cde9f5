import json


def respond(status, body):
    return {"statusCode": status, "headers": {}, "body": json.dumps(body)}


def lambda_handler(event, context):
    order_id = event["pathParameters"]["id"]
    if not order_id:
        # ruleid: api/error-envelope
        return {"statusCode": 400, "body": json.dumps({"message": "An id is needed"})}
    if order_id == "1":
        # ok: api/error-envelope
        return {"statusCode": 404, "body": json.dumps({"error": "No such order", "code": 404})}
    if order_id == "2":
        # ruleid: api/error-envelope
        return {"body": "No such order", "statusCode": 404}
    if order_id == "3":
        # ruleid: api/error-envelope
        return respond(409, {"reason": "Taken"})
    if order_id == "4":
        # ok: api/error-envelope
        return respond(200, {"reason": "found"})
    # ok: api/error-envelope
    return {"statusCode": 200, "body": json.dumps({"message": "found"})}
