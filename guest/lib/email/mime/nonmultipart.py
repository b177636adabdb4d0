from email.mime.base import MIMENonMultipart
