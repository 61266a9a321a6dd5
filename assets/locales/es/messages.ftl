# Lo que leen los pacientes. Un hueco como { $names } es un campo de una plantilla. Ni tratamiento ni
# especialidad. Un SMS evita las letras que lo encarecen: á, í, ó y ú.

weekday = { $number ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
  }
month = { $number ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
  }
day = { $weekday } { $day } de { $month }
time-am = { $time } a. m.
time-pm = { $time } p. m.
several = { $first } y { $last }
calendar = Cita, { $practice }
# What an example in the editor is filled with.
example-name = Ana
example-medicine = amoxicilina

booking-confirmation-email =
    Hola, { $first_name }:

    Esta cita está reservada:

    { $names }
    { $day }; le esperamos a las { $arrival }

    Si no le viene bien, llámenos: { $phone }.

    { $practice }
    .subject = Su cita: { $day }, { $arrival }
booking-confirmation-sms = Cita: { $names }, { $day }, le esperamos a las { $arrival }. Si no le viene bien, llame al { $phone }. { $practice }
booking-confirmation-phone = Llamamos de { $practice }; preguntamos por { $first_name }. Hay una cita para { $names }: { $day }, a las { $arrival }. ¿Le viene bien? Nuestro número es { $phone }.

moved-email =
    Hola, { $first_name }:

    Esta cita tiene ahora otra hora:

    { $names }
    { $day }; le esperamos a las { $arrival }

    Antes era: { $old_day }, { $old_arrival }. Si la nueva hora no le viene bien, llámenos: { $phone }.

    { $practice }
    .subject = Su cita es ahora: { $day }, { $arrival }
moved-sms = Nueva hora: { $names }, { $day }, le esperamos a las { $arrival }. Si no le viene bien, llame al { $phone }. { $practice }
moved-phone = Llamamos de { $practice }; preguntamos por { $first_name }. La cita para { $names } ({ $old_day }, { $old_arrival }) es ahora: { $day }, a las { $arrival }. ¿Le viene bien? Nuestro número es { $phone }.

cancelled-email =
    Hola, { $first_name }:

    Esta cita queda anulada:

    { $names }
    { $day }, { $arrival }

    Para otra cita, llámenos: { $phone }.

    { $practice }
    .subject = Cita anulada: { $day }, { $arrival }
cancelled-sms = Cita anulada: { $names }, { $day }, { $arrival }. Para otra cita llame al { $phone }. { $practice }
cancelled-phone = Llamamos de { $practice }; preguntamos por { $first_name }. La cita para { $names } ({ $day }, { $arrival }) queda anulada. ¿Buscamos otra? Nuestro número es { $phone }.

reminder-email =
    Hola, { $first_name }:

    Le recordamos la cita:

    { $names }
    { $day }; le esperamos a las { $arrival }

    Si no puede venir, llámenos: { $phone }.

    { $practice }
    .subject = Recordatorio: { $day }, { $arrival }
reminder-sms = Recordatorio: { $names }, { $day }, le esperamos a las { $arrival }. Si no puede venir, llame al { $phone }. { $practice }
reminder-phone = Llamamos de { $practice }; preguntamos por { $first_name }. Le recordamos la cita para { $names }: { $day }, a las { $arrival }. Nuestro número es { $phone }.

please-confirm-email =
    Hola, { $first_name }:

    ¿Vendrá a la cita?

    { $names }
    { $day }; le esperamos a las { $arrival }

    Responda SÍ a este correo o acepte la cita en su calendario. Si no puede venir, llámenos: { $phone }.

    { $practice }
    .subject = Confirme, por favor: { $day }, { $arrival }
please-confirm-sms = { $names }, { $day }, le esperamos a las { $arrival }. Responda SI para confirmar, o llame al { $phone } si no puede venir. { $practice }
please-confirm-phone = Llamamos de { $practice }; preguntamos por { $first_name }. ¿Confirma la cita para { $names }: { $day }, a las { $arrival }? Nuestro número es { $phone }.

missed-visit-email =
    Hola, { $first_name }:

    Le echamos de menos y esperamos que todo vaya bien:

    { $names }
    { $day }

    Para otra cita, llámenos: { $phone }.

    { $practice }
    .subject = Le echamos de menos: { $day }
missed-visit-sms = Le echamos de menos: { $names }, { $day }. Para otra cita llame al { $phone }. { $practice }
missed-visit-phone = Llamamos de { $practice }; preguntamos por { $first_name }. Echamos de menos a { $names } ({ $day }). ¿Buscamos otra cita? Nuestro número es { $phone }.

follow-up-email =
    Hola, { $first_name }:

    Gracias por venir:

    { $names }
    { $day }

    Si algo no está claro o no va bien, llámenos: { $phone }.

    { $practice }
    .subject = Después de su cita: { $day }
follow-up-sms = Gracias por venir: { $names }, { $day }. Si algo no va bien, llame al { $phone }. { $practice }
follow-up-phone = Llamamos de { $practice }; preguntamos por { $first_name }. ¿Cómo está { $names } después de la cita ({ $day })? Nuestro número es { $phone }.

survey-email =
    Hola, { $first_name }:

    Gracias por venir:

    { $names }
    { $day }

    ¿Nos recomendaría, de 0 (nada) a 10 (mucho)? Responda a este correo con un número y, si quiere, unas palabras.

    { $practice }, { $phone }
    .subject = ¿Qué tal fue? { $day }
survey-sms = { $names }, { $day }: de 0 (nada) a 10 (mucho), ¿nos recomienda? Responda con una cifra. { $practice }
survey-phone = Llamamos de { $practice }; preguntamos por { $first_name }. Sobre { $names } ({ $day }): de 0 (nada) a 10 (mucho), ¿nos recomienda?

birthday-email =
    Hola, { $first_name }:

    Todo el equipo le desea un feliz cumpleaños.

    { $practice }
    .subject = Feliz cumpleaños
birthday-sms = ¡Feliz cumpleaños, { $first_name }! { $practice }
birthday-phone = Llamamos de { $practice }. ¡Feliz cumpleaños, { $first_name }!

medication-email =
    Hola, { $first_name }:

    { $names }: son las { $dose_time }, hora de lo que acordamos.

    Si tiene preguntas, llámenos: { $phone }.

    { $practice }
    .subject = { $dose_time }: recordatorio
medication-sms = { $names }: son las { $dose_time }, hora de lo que acordamos. Si tiene preguntas, llame al { $phone }. { $practice }
medication-phone = Llamamos de { $practice }; preguntamos por { $first_name }. { $names }: son las { $dose_time }, hora de lo que acordamos. Nuestro número es { $phone }.

# Answers that one click begins to write. The word is what is sent, and has to be understood.
answer-confirm = Sí, iré
    .word = Sí
answer-call = Llámeme, por favor
    .word = Llámeme
answer-cancel = No puedo ir
    .word = Cancelar

test-email =
    Este correo muestra que el buzón de { $practice } está configurado: Daybook puede enviar con él.

    No hay que hacer nada.
    .subject = Un correo de prueba de Daybook
