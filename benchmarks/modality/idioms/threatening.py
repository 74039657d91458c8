"""Verbs that threaten together with words behind them."""

from __future__ import annotations

THREATENING = """
    put on notice
    send message|signal|signals
    throw down gauntlet
    come out fighting
    fix deadline
    give taste
    press ultimatum
    serve notice
    give notice|warning|ultimatum
    give until
    give hours|days|week|weeks|month|months|hour|day|fortnight|year|minutes to|or
    give last|final chance|warning
    give deadline
    allow hours|days|week|weeks to|or
    set deadline
    set ultimatum
    set red line
    draw red line|lines
    draw line in sand
    lay down ultimatum|red
    reserve right|rights
    reserve option
    let it be known
    let know that would|could|will
    make known that would|could|will
    leave no doubt
    leave open possibility|option
    raise prospect|spectre|specter|possibility|threat|stakes
    hold prospect|threat|over
    hold out prospect|threat|possibility
    hold threat|sword
    dangle prospect|threat
    wave big stick
    wield big stick
    wave prospect
    brandish prospect|threat
    conjure up prospect|spectre|specter
    rattle sabre|saber|sabres|sabers
    bare teeth
    flex muscles
    shake fist
    wag finger
    talk tough|war
    speak of war|reprisals|retaliation|sanctions
    beat drums|drum of war
    sound warning|alarm|threat
    fire shot|shots across bows|bow
    issue warning|threat|ultimatum|notice|caution|alert
    send warning|threat|threats
    send letter|letters threatening|warning
    deliver ultimatum|warning
    make threat|threats
    make clear would|will|could
    swear revenge|vengeance|retaliation|to
    vow revenge|vengeance|retaliation|retribution|to
    promise revenge|retaliation|response|retribution|bloodbath
    threaten to
    hint at
    talk of
    mention possibility
    leave option|options table
    keep option|options open|table
    refuse to rule
    float prospect|threat
    toy with
    flirt with
    utter threat|threats
    menace with
    press charges unless
    order or be|face|risk
    tell or be|face|risk
    face sanctions|consequences|reprisals|action|war|attack|charges|embargo
    risk sanctions|war|reprisals|retaliation|embargo
    run risk
    pay price|dearly
    warn off
    set clock ticking
    issue|make death threat|threats
"""
"""One idiom a line: see `matching`."""
