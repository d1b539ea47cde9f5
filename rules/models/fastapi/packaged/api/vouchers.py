from fastapi import APIRouter

router = APIRouter(prefix="/vouchers")


# What a package has under the name of one of its modules hides that.
# route: POST /vouchers/{voucher_id} open
@router.post("/{voucher_id}")
def redeem(voucher_id: int):
    return {}
