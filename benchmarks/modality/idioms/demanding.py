"""Verbs that demand or ask together with words behind them."""

from __future__ import annotations

DEMANDING = """
    lean on
    come under pressure
    make conditional|contingent|dependent
    make condition|conditions|precondition
    fix terms|conditions
    launch campaign|bid|drive|initiative for|to
    start campaign|petition|bid for|to
    mount campaign for|to
    wage campaign for|to
    take up cause|call
    put spotlight|motion|resolution
    bring motion|resolution|petition
    move motion|resolution
    prevail on|upon
    clamour for
    clamor for
    cry for
    cry out for
    shout for
    bay for
    agitate for
    campaign for
    crusade for
    push for|hard|to
    press for|to|on|ahead
    ask for|to|that
    call for|on|upon|to
    appeal for|to
    plead for|with|to
    beg for|to
    pray for
    vie for
    angle for
    fish for
    argue for|that|in
    argue case
    speak out|up for|favour|favor
    speak of need
    hold out for
    stick out for
    bang drum
    beat drum
    bang table
    make plea|demand|demands|request|appeal|call|case|pitch|representations|bid
    put case|demand|demands|request|question|pressure|squeeze|screws|onus
    put in bid|request
    put forward demand|demands|request
    put forward conditions
    put pressure on
    put heat on
    pile pressure
    bring pressure
    heap pressure
    turn up heat|pressure
    turn screw
    tighten screw|screws
    step up pressure|calls|demands
    exert pressure
    apply pressure
    mount pressure
    keep up pressure
    ratchet pressure
    set condition|conditions|terms
    set as condition
    set out demands|conditions|terms
    lay down conditions|terms|demands|law
    lay claim
    stake claim
    attach conditions|strings
    list demands|conditions
    name price|terms|conditions
    state demands|conditions
    spell out demands|conditions
    raise call|demand|demands
    raise voice for
    lift voice for
    add voice to
    join call|calls|chorus
    lead call|calls
    repeat call|demand|demands|request|appeal
    renew call|demand|demands|request|appeal
    reiterate call|demand|demands|request|appeal|that
    issue call|appeal|plea|demand|demands|request|summons
    launch appeal|petition
    send appeal|request|petition
    submit|file|lodge request|petition|demand|demands
    submit request|petition|demand|demands|list
    lodge request|petition|demand|demands
    file request|petition
    hand petition|demand|demands|list
    deliver petition|demand|demands
    present petition|demand|demands|list
    present with demand|demands
    sign petition
    write asking|urging|demanding|calling
    send letter|message|note|cable asking|urging|demanding|calling
    apply for
    seek to
    look for|to help|support|aid
    turn to for help|support|aid
    set sights on
    lay stress on
    place emphasis on
    underline need
    underscore need
    stress need|importance|must
    emphasise need|importance|must
    emphasize need|importance|must
    highlight need
    point out need
    insist on|that
    take view should|must
    ask why
    challenge to
    dare to
    defy to
    urge
    tell to|not
    want to|an|the
    order to halt|stop|leave|withdraw
    remind of obligation|obligations|duty|must|should|has
    say no excuse
    draw attention to need
    hold to promise|pledge|word
"""
"""One idiom a line: see `matching`."""
