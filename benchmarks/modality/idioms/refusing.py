"""Verbs that refuse together with words behind them."""

from __future__ import annotations

REFUSING = """
    turn down
    turn away
    stick to refusal|decision|line|rejection
    maintain|uphold refusal|veto|objection|objections|opposition|rejection
    drop|scrap|abandon|shelve|cancel|ditch|dump plan|plans|idea|proposal|proposals|bid|talks|visit|summit
    cut off talks|negotiations|dialogue
    cut short talks|visit|negotiations|summit
    freeze talks|negotiations|dialogue
    fight|battle|combat plan|plans|bid|extradition|attempt|attempts|proposal|proposals|move|moves|bill
    fight against plan|plans|bid|extradition|proposal
    take line|stance|stand
    speak against
    come out against
    keep door shut|closed
    keep silent|silence|mum
    find unacceptable|unsatisfactory|insufficient
    bar way
    stand aside
    lay down condition
    play down
    talk down
    bid no
    count out
    leave table
    cling to
    hide behind
    hold back on
    bow out of race|deal
    turn thumbs
    rule against
    turn away|aside offer|offers|plea|request|inspectors|envoy|envoys|mediators
    turn back on
    turn deaf ear
    turn blind eye
    turn nose up
    rule out
    brush aside|off
    shrug off|aside|shoulders
    wave away|aside|off
    sweep aside
    push aside
    cast aside
    set aside objections|calls|demands|request|requests|appeal|appeals|plea
    put aside calls|demands
    toss out|aside
    laugh off|out
    fob off
    fend off calls|demands|pressure
    ward off calls|demands|pressure
    beat off calls|challenge|bid
    hold off on
    walk away|out
    back away|out|off
    shy away
    shrink from
    recoil from|at
    pull out|back|of talks|deal|agreement|accord|treaty|pact|negotiations
    pull out
    bow out of talks|deal|negotiations
    opt out
    drop out
    break off
    break down|up
    break word|promise|pledge|commitment|law|laws|rules|norms|embargo|sanctions|curfew
    go back on
    go against ban|order|wishes|ruling
    fall through|apart|short|flat
    fall on deaf ears
    come to nothing|naught
    end in deadlock|stalemate|impasse|failure
    hit back
    hit out at proposal|plan|demand
    throw out
    throw cold water
    pour cold water|scorn
    throw back proposal|offer|plan
    shoot down plan|proposal|offer|bid|idea|demand|call|motion|request|contract|deal|bill|draft|suggestion
    vote down
    vote against|no
    vote to reject
    knock back|down proposal|offer|plan|bid
    strike down proposal|amendment|bill
    send back offer|draft|bill|proposal
    hand back offer|draft
    call off talks|meeting|visit|summit|negotiations|ceasefire|truce|deal
    stand firm|fast|pat|ground|by
    stand in way
    hold out|firm|fast|ground
    hold line against
    hold back from
    stick to guns|position|stance|demand|demands
    stick by decision|position
    dig in heels
    dig heels
    drag feet|heels
    close door|ears|eyes
    shut door|ears|eyes
    slam door
    bar door to
    bolt door
    show no sign|interest|willingness|inclination|mercy
    see no need|reason|point|sense
    find no common|reason|need
    have no intention|plans|plan|intentions|wish|desire|interest|objection|time|truck|choice
    have none of
    hear of
    have nothing to
    want no part|nothing
    take no notice|heed
    take exception|issue to|with
    pay no heed|attention
    make no concession|concessions|promise|promises|apology|move
    give no ground|assurance|assurances|commitment|guarantee|quarter
    give short shrift
    give cold shoulder
    give thumbs down
    give brush off
    give run around
    say no|never
    say not
    wash hands
    put off talks|meeting|visit|decision|summit|vote
    put foot down
    put paid to
    put brake|brakes on
    pass up
    set face against
    set against
    steer clear
    stay away
    keep away
    stay out
    stop short of
    thumb nose
    cock snook
    blow off
    snap fingers at
    sit on hands|fence
    stand aloof
    object to
    balk at
    baulk at
    bridle at
    jib at
    demur at
    scoff at
    sneer at
    sniff at
    kick against
    chafe at
    draw line at
    take back pledge|promise|offer|word|consent
    withdraw offer|pledge|promise|consent|proposal
    retract offer|pledge|promise
    rescind offer|invitation|pledge
    lodge veto|objection
    cast veto
    use|wield veto
    use veto
    exercise veto
    refer back plan|bill|draft
    part ways
    agree to differ|disagree
    fail to
    meet with scorn|refusal|rejection|derision|silence|rebuff
    raise objection|objections
    leave unanswered|cold
    decide not
    choose not
    elect not
    opt not
    vow|pledge|promise never
    close ranks against
    resort to veto
    clash with norms|law
    run afoul of
    act in defiance
    fly in face of
    press ahead|on despite
    push ahead|on despite
    forge ahead despite
    go ahead despite
    carry on despite|regardless
    stay put
    block bid|plan|proposal|bill|resolution|amendment|appointment|nomination|treaty|petition|accord|deal
    block agreement|initiative|reform|reforms|inquiry|investigation|membership|vote|move|attempt|request
    block draft|motion|election|elections|candidate|candidacy
    block|prevent access|inspectors|monitors|observers
    continue|proceed|persist despite|defiance|regardless
    boycott talks|meeting|summit|conference|negotiations|session|vote|election|elections|referendum|poll
    boycott polls
    ban inquiry|investigation|observers|inspectors|monitors
    bar observers|inspectors|monitors|access
    deny visa|visas|access|entry|permission|request
    impose blackout
"""
"""One idiom a line: see `matching`."""
