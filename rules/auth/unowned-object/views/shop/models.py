from django.db import models


class Letter(models.Model):
    sender = models.ForeignKey("User", on_delete=models.CASCADE)
    text = models.TextField()


class Visitor(models.Model):
    username = models.CharField(max_length=255)
    password = models.CharField(max_length=255)
