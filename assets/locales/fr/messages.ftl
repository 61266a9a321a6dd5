# Ce que lisent les patients. Un blanc comme { $names } est un champ d'un modèle. Ni soin ni
# spécialité. Un SMS évite les lettres qui le rendent cher : ê, ô, û, ç.

weekday = { $number ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
  }
month = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
  }
day = { $weekday } { $day } { $month }
time-am = { $time }
time-pm = { $time }
several = { $first } et { $last }
calendar = Rendez-vous, { $practice }
# What an example in the editor is filled with.
example-name = Marie
example-medicine = amoxicilline

booking-confirmation-email =
    Bonjour { $first_name },

    ce rendez-vous est pris :

    { $names }
    { $day }, nous vous attendons à { $arrival }

    S'il ne vous convient pas, appelez-nous : { $phone }.

    { $practice }
    .subject = Votre rendez-vous : { $day } à { $arrival }
booking-confirmation-sms = RDV : { $names }, { $day }, nous vous attendons à { $arrival }. Sinon, appelez le { $phone }. { $practice }
booking-confirmation-phone = Ici { $practice }, pour { $first_name }. Un rendez-vous est pris pour { $names } : { $day } à { $arrival }. Cela vous convient-il ? Notre numéro est le { $phone }.

moved-email =
    Bonjour { $first_name },

    ce rendez-vous a changé d'heure :

    { $names }
    { $day }, nous vous attendons à { $arrival }

    Il était prévu { $old_day } à { $old_arrival }. Si la nouvelle heure ne vous convient pas, appelez-nous : { $phone }.

    { $practice }
    .subject = Votre rendez-vous est maintenant : { $day } à { $arrival }
moved-sms = Nouvelle heure : { $names }, { $day }, nous vous attendons à { $arrival }. Sinon, appelez le { $phone }. { $practice }
moved-phone = Ici { $practice }, pour { $first_name }. Le rendez-vous de { $names } prévu { $old_day } à { $old_arrival } est maintenant { $day } à { $arrival }. Cela vous convient-il ? Notre numéro est le { $phone }.

cancelled-email =
    Bonjour { $first_name },

    ce rendez-vous est annulé :

    { $names }
    { $day }, { $arrival }

    Pour un autre rendez-vous, appelez-nous : { $phone }.

    { $practice }
    .subject = Rendez-vous annulé : { $day } à { $arrival }
cancelled-sms = RDV annulé : { $names }, { $day }, { $arrival }. Pour un autre, appelez le { $phone }. { $practice }
cancelled-phone = Ici { $practice }, pour { $first_name }. Le rendez-vous de { $names }, { $day } à { $arrival }, est annulé. En cherchons-nous un autre ? Notre numéro est le { $phone }.

reminder-email =
    Bonjour { $first_name },

    nous vous attendons :

    { $names }
    { $day }, à { $arrival }

    Si vous ne pouvez pas venir, appelez-nous : { $phone }.

    { $practice }
    .subject = Rappel : { $day } à { $arrival }
reminder-sms = Rappel : { $names }, { $day }, nous vous attendons à { $arrival }. Sinon, appelez le { $phone }. { $practice }
reminder-phone = Ici { $practice }, pour { $first_name }. Un rappel pour { $names } : { $day } à { $arrival }. Notre numéro est le { $phone }.

please-confirm-email =
    Bonjour { $first_name },

    viendrez-vous ?

    { $names }
    { $day }, nous vous attendons à { $arrival }

    Répondez OUI à ce message, ou acceptez le rendez-vous dans votre agenda. Si vous ne pouvez pas venir, appelez-nous : { $phone }.

    { $practice }
    .subject = À confirmer : { $day } à { $arrival }
please-confirm-sms = { $names }, { $day }, nous vous attendons à { $arrival }. Répondez OUI, ou appelez le { $phone } si vous ne venez pas. { $practice }
please-confirm-phone = Ici { $practice }, pour { $first_name }. Confirmez-vous le rendez-vous de { $names }, { $day } à { $arrival } ? Notre numéro est le { $phone }.

missed-visit-email =
    Bonjour { $first_name },

    vous nous avez manqué, et nous espérons que tout va bien :

    { $names }
    { $day }

    Pour un autre rendez-vous, appelez-nous : { $phone }.

    { $practice }
    .subject = Vous nous avez manqué : { $day }
missed-visit-sms = Vous nous avez manqué : { $names }, { $day }. Pour un autre RDV, appelez le { $phone }. { $practice }
missed-visit-phone = Ici { $practice }, pour { $first_name }. { $names } nous a manqué, { $day }. Cherchons-nous un autre rendez-vous ? Notre numéro est le { $phone }.

follow-up-email =
    Bonjour { $first_name },

    merci de votre visite :

    { $names }
    { $day }

    Si quelque chose n'est pas clair ou ne va pas, appelez-nous : { $phone }.

    { $practice }
    .subject = Après votre rendez-vous : { $day }
follow-up-sms = Merci de votre visite : { $names }, { $day }. Si quelque chose ne va pas, appelez le { $phone }. { $practice }
follow-up-phone = Ici { $practice }, pour { $first_name }. Comment va { $names } après { $day } ? Notre numéro est le { $phone }.

survey-email =
    Bonjour { $first_name },

    merci de votre visite :

    { $names }
    { $day }

    Nous recommanderiez-vous, de 0 (pas du tout) à 10 (tout à fait) ? Répondez à ce message par un nombre et, si vous le souhaitez, quelques mots.

    { $practice }, { $phone }
    .subject = Comment était-ce ? { $day }
survey-sms = { $names }, { $day } : de 0 (pas du tout) à 10 (tout à fait), nous recommandez-vous ? Répondez par un nombre. { $practice }
survey-phone = Ici { $practice }, pour { $first_name }. Au sujet de { $names }, { $day } : de 0 (pas du tout) à 10 (tout à fait), nous recommandez-vous ?

birthday-email =
    Bonjour { $first_name },

    toute l'équipe vous souhaite un bon anniversaire.

    { $practice }
    .subject = Bon anniversaire
birthday-sms = Bon anniversaire, { $first_name } ! { $practice }
birthday-phone = Ici { $practice }. Bon anniversaire, { $first_name } !

medication-email =
    Bonjour { $first_name },

    { $names } : il est { $dose_time }, l'heure de ce dont nous avons parlé.

    Si vous avez des questions, appelez-nous : { $phone }.

    { $practice }
    .subject = { $dose_time } : rappel
medication-sms = { $names } : il est { $dose_time }, l'heure de ce dont nous avons parlé. Questions : { $phone }. { $practice }
medication-phone = Ici { $practice }, pour { $first_name }. { $names } : il est { $dose_time }, l'heure de ce dont nous avons parlé. Notre numéro est le { $phone }.

# Answers that one click begins to write. The word is what is sent, and has to be understood.
answer-confirm = Oui, je viendrai
    .word = Oui
answer-call = Rappelez-moi, s’il vous plaît
    .word = Rappelez-moi
answer-cancel = Je ne peux pas venir
    .word = Annuler

test-email =
    Ce courriel montre que la boîte de { $practice } est configurée : Daybook peut s’en servir pour envoyer.

    Il n’y a rien à faire.
    .subject = Un courriel d’essai de Daybook
