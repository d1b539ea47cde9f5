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
