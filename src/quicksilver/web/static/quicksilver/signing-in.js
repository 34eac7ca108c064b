// Joins the button “Sign in with a passkey” to allauth's own script, which asks the browser for it.
'use strict';
window.allauth.webauthn.forms.loginForm({ids: {login: 'passkey_login', credential: 'mfa_credential'}});
