from services.people import SignedIn

__all__ = ["OwnerDep", "SignedIn"]

globals()["OwnerDep"] = SignedIn
