mail-footer = Samal, Kazakhstan’s marketplace. You got this letter because you have an account or someone entered your address. No need to reply.
mail-title = Mail
mail-why = No mail server is set, so letters are kept here and every link can be followed in the browser.
mail-none = No letters yet
mail-unsubscribe = Stop these letters
