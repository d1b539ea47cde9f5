from django.utils import timezone

from .models import Delivery, Report, ReportLine, Task


def build(report_id, rows):
    report = Report.objects.get(pk=report_id)
    report.status = "running"
    report.started_at = timezone.now()
    report.save()
    # ok: sql/missing-transaction
    ReportLine.objects.bulk_create(rows)
    report.status = "done"
    # ok: sql/missing-transaction
    report.save()


def build_named(report_id, rows):
    report = Report.objects.get(pk=report_id)
    report.status = "running"
    report.title = "new"
    report.save()
    # ruleid: sql/missing-transaction
    ReportLine.objects.bulk_create(rows)
    report.status = "done"
    report.save()


def assign(project, subject):
    task = Task.objects.create(project=project, subject=subject)
    # ok: sql/missing-transaction
    Task.objects.filter(id=task.id).update(ref=f"T-{task.id}")
    # ruleid: sql/missing-transaction
    Delivery.objects.create(task=task)


def token(jti, value):
    known, _ = Task.objects.get_or_create(jti=jti, defaults={"token": value})
    # ok: sql/missing-transaction
    Delivery.objects.create(task=known)


def announce(form):
    announcement, created = Announcement.objects.get_or_create(id=1)
    if created:
        announcement.message = form.cleaned_data["message"]
        # ok: sql/missing-transaction
        announcement.save()


def mark_read(user, category, now):
    is_new = not Delivery.objects.filter(user=user, category=category).update(read_time=now)
    if is_new:
        # ok: sql/missing-transaction
        Delivery.objects.create(user=user, category=category, read_time=now)
    else:
        # ruleid: sql/missing-transaction
        Report.objects.create(user=user, category=category)


@receiver(post_save, sender=Report)
def on_report(instance, created, **kwargs):
    # Whoever saves a record says whether all that follows from it is one.
    Delivery.objects.filter(report=instance).update(name=instance.name)
    # ok: sql/missing-transaction
    ReportLine.objects.filter(report=instance).update(name=instance.name)


class Circuit(models.Model):
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Delivery.objects.filter(pk=self.old_id).update(name=None)
        # ok: sql/missing-transaction
        Report.objects.filter(pk=self.new_id).update(name=self.name)


def import_report(data):
    if not Category.objects.filter(name=data.category).exists():
        # Whoever does it again finds the row.
        Category.objects.create(name=data.category)
    # ok: sql/missing-transaction
    Report.objects.create(category=data.category)


def sign_up(data):
    user = User.objects.filter(email=data.email).first()
    if user is None:
        user = User.objects.create(email=data.email)
        # ruleid: sql/missing-transaction
        Profile.objects.create(user=user)
    return user


def roll_back(user_id):
    try:
        User.objects.filter(id=user_id).delete()
    except Exception:
        pass
    try:
        # ok: sql/missing-transaction
        Tenant.objects.filter(owner_id=user_id).delete()
    except Exception:
        logger.exception("no tenant")


def remove_both(user_id):
    try:
        User.objects.filter(id=user_id).delete()
        # ruleid: sql/missing-transaction
        Tenant.objects.filter(owner_id=user_id).delete()
    except Exception:
        logger.exception("no tenant")


def remove_or_fail(user_id):
    User.objects.filter(id=user_id).delete()
    try:
        # ruleid: sql/missing-transaction
        Tenant.objects.filter(owner_id=user_id).delete()
    except Exception as error:
        raise Failed() from error


def keep_picture(instance, picture, field):
    picture.save(field, format="webp")
    instance.resource.save(field.name, picture, save=False)
    # ok: sql/missing-transaction
    instance.save(update_fields=["resource"])


def close(report, lines, force):
    report.save(**force)
    # ruleid: sql/missing-transaction
    ReportLine.objects.filter(id__in=lines).update(closed=True)
