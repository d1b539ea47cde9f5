from django import forms

from club.buckets import TokenBucket


class EntryForm(forms.Form):
    name = forms.CharField()
    password = forms.CharField()

    def clean(self):
        if not TokenBucket.takes(self.cleaned_data["name"]):
            raise forms.ValidationError("Please wait.")
        return self.cleaned_data
