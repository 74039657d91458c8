"""Verbs that tell an act only together with words behind them."""

from __future__ import annotations

DOING = """
    give blessing|support|backing|praise|thanks|asylum|refuge|shelter|haven|credit|evidence|testimony|chase
    give up weapons|arms|territory|control|power|seat|post|office|hostages|prisoners
    give in|way
    give food|money|aid|weapons|arms|medicine|tractors|ships|boats|helicopters
    give medal|award|speech|lecture|briefing
    offer condolences|sympathy|congratulations|thanks|praise|apology|apologies|prayers|tribute
    offer up weapons|arms
    express support|sympathy|condolences|concern|regret|gratitude|thanks|anger|outrage|displeasure|dismay
    express solidarity|admiration|satisfaction|sorrow
    voice support|concern|anger|outrage|dismay|sympathy|displeasure|alarm|satisfaction
    call off strike|walkout|protest|siege|stoppage|boycott|blockade|offensive|hunger|march|attack|raid
    call home envoy|ambassador|ambassadors|diplomats
    call in ambassador|envoy|troops|police|army
    call up reservists|troops
    call out troops|army|police
    call strike
    call liar|terrorist|criminal|traitor|traitors|aggressor|tyrant|dictator|thief|murderer
    pay call|visit|tribute|homage|respects|compensation
    put call to
    make phone|telephone call
    make arrest|arrests|peace|visit|stop|stopover
    make public
    take call
    hold up convoy|train|traffic
    hold back troops
    hold talks|meeting|summit|rally|demonstration|vigil|march|exercise|exercises|hostage|discussions|hands
    hold hostage|captive|prisoner
    show door
    show around|round
    walk off job|jobs
    walk out of classes|schools|work|parliament
    walk out on strike
    walk out|off over
    go on strike|hunger|rampage
    go to bat|aid|war|polls
    go without food
    go into exile|hiding
    be on phone|telephone|line|strike|march|rampage|alert
    be in touch|contact|talks|session
    be guilty of
    come aid|help|rescue|defence|defense|out favour|favor|support
    come to blows
    come under attack|fire
    come together
    put heads together
    put to torch|death|sea|flight|sword|rout|work
    put on trial|alert|show|display
    put behind bars
    put down uprising|rebellion|revolt|arms|riot|mutiny
    put up roadblocks|barricades
    put seal
    put under arrest|curfew|siege
    put name to treaty|pact|accord|agreement
    put out fire|fires
    put hands on
    take hostage|hostages|captive|prisoner|streets|arms|control|power|side|part|place|cover|refuge
    take to task|streets|court
    take in families|refugees|migrants|people
    take case
    take over
    take aim|swipe
    throw weight behind
    throw support behind
    throw stones|rocks|bottles|grenades|bombs|eggs|tomatoes
    throw into jail|prison
    throw out of country|diplomats|diplomat|journalists|envoy|envoys
    throw lifeline
    turn on protesters|demonstrators|crowd
    turn over weapons|suspect|suspects|prisoners|bodies|control|documents
    turn back boat|boats|ship|ships|refugees|migrants
    turn loose
    turn fire
    turn in weapons|arms
    turn out in|for
    pull plug
    pull out troops|forces|soldiers|peacekeepers|of town|city|village|valley|strip
    pull trigger
    pull back
    pull back troops|forces|tanks|army|from
    pull down statue|house|houses
    point finger|fingers
    lay down arms|weapons|tools|guns
    lay siege|mines|wreath|waste
    lay at door|feet
    lay blame
    lay off
    set up roadblocks|camp|hospital|commission|checkpoint|checkpoints|barricades|base|fund
    set free
    set fire|ablaze|alight|off|foot
    set on
    let go|loose|off|in|out|through
    shoot down plane|helicopter|drone|jet|aircraft|airliner|missile|balloon
    shoot dead
    back down|away from
    break bread|ranks|ties|relations|camp
    break into|through
    break up demonstration|rally|protest|march|riot|camp|meeting|ring|crowd|crowds|gathering
    break off relations|ties|diplomatic
    break out
    break down door|doors|barriers
    break silence
    break ceasefire|truce
    cut off gas|power|water|aid|supplies|relations|ties|electricity|fuel
    cut ties|relations|aid
    drop objection|opposition|demand|demands|charges|claim|case|bombs|leaflets|threat|veto
    lift veto|objection|ban|embargo|siege|curfew|blockade|sanctions
    withdraw objection|opposition|demand|demands|veto|threat
    close border|borders|airspace|embassy|office|offices|school|schools|newspaper|port|camp
    close ranks behind
    stand by ally|side
    stand trial
    stand down
    stand with|behind
    strike off
    strike back
    strike at
    hit back at positions|targets
    hit back with rockets|missiles|shells|fire
    hit out at
    lash out
    step down|aside|in
    stop short
    resort to force|violence|throwing|stones
    cry foul
    find dead|murdered|hanged
    get to table
    concede defeat
    rule that
    foil|thwart|frustrate plot|coup|attack|bombing|robbery|hijacking|escape
    repel|resist|repulse attack|attacks|attackers|assault|assaults|offensive|troops|rebels|arrest|invasion
    delay convoy|convoys|flight|flights|train|trains
    withhold loan|loans|aid|funds|payment|payments
    dismiss aide|director|editor|prosecutor|envoy|ambassador|teachers|police
    commit suicide|atrocity|atrocities|crime|crimes|murder|murders|massacre|massacres|abuses|genocide|acts
    press charges
    appeal verdict|sentence|conviction
    admit refugees|migrants|members|journalists|patients|guilt|wounded
    confirm sentence|appointment|verdict
    observe silence|ceasefire|truce
    break up ring|plot|cell|gang
    guarantee loan|loans
    mark anniversary
    invite tenders
    hold off attack|attackers|troops|rebels
    beat off|back attack|attackers|assault|rebels|troops
    stay execution|sentence
    cast vote|votes|ballots|ballot
    draft into
    suspend constitution|parliament|aid|flights|licence|licences
    hack to
    act as
    turn themselves|himself|herself|itself in|over
    give themselves|himself|herself up
    use against|force
    be under attack|fire|siege|arrest|curfew|investigation
    swear in|into
    take part
    take office|oath|samples|photographs|pictures|statements
    shake up
    set up
    write off
    sit down
    wind up
    manage to
    help to
    proceed to
    go on trial
    gun down
    mow down
    hunt down
    track down
    burn down
    blow up
    tear down
    close down
    shut down
    scale down|back
    pay back|off
    hand over|out|back
    team up
    gang up
    pair up
    sign away|over
    buy up|out
    shore up
    prop up
    pick up|out
    dig in
    flare up
    spill over
    spring from
    rise up
    cordon off
    seal off
    fence off
    rope off
    wall off
    hose down
    face off
    square off
    storm out of
    sell off
    take effect
    come into force|effect
    enter force
    describe|portray|depict|characterise|characterize|denounce|condemn|brand as
    refer to as
    call a|an
    look into
    beef up
    vent anger|fury
    see hand
    blow whistle
    sing praises
    bury hatchet
    mend fences
    shake hands
    clap in irons|jail|chains
    switch|turn off
    switch sides
    rub shoulders
    join hands
    join forces
    lend hand|support|ear|weight|voice
    bow to pressure|demands|calls
    cave in
    climb down
    meet demand|demands
    grant request|wish|bail|asylum|amnesty|pardon|independence|visa|visas
    sign|ink|initial agreement|deal|memorandum|document|documents
    dismiss minister|ministers|governor|governors|general|generals|judge|judges|official|officials|officer
    dismiss officers|cabinet|government|workers|staff|chief|head|commander|commanders|parliament|employees
    order out|expulsion|arrest|evacuation|release
    find guilty
    fall to rebels|troops|forces|guerrillas|insurgents|army
    claim responsibility|lives|life
    step up attacks|patrols|raids|security|shelling|bombing
    renew attacks|shelling|fighting|attack|ties|bombing
    leave dead|wounded|homeless
    raise flag|fees|taxes
    forge ties|links
    paint slogans
    tighten grip|security|control|controls
    hoist flag
    sign treaty|pact|contract|protocol|accord|law|decree
    declare war|ceasefire|truce|emergency|siege|curfew|martial|amnesty|holiday|independence|illegal
    round up
    crack down
    open fire
    carry out
    fire tear|gas|shots|warning|rockets|missiles|at|on|into
    send condolences|congratulations|home|packing|back|ambassador|envoy
    clear out desk
    ban party|parties|rally|rallies|import|imports|export|exports
    deny bail
    undertake mission|mediation|visit|tour|operation
    move troops|tanks|forces|missiles|into|in|out
    push out|back|into troops|rebels|army|forces|town|village
    push into
    push back
    advance on|into|towards|toward
    work together|with|alongside
    send team|troops|aid|food|envoy
    unveil monument|statue|memorial
    draw blood|lots
    draw fire|criticism
    mobilise support
    mobilize support
    mount attack|offensive|raid|operation
    try for|before
    bid farewell
    charge with|over
    weigh anchor
    study documents|report
    debate bill|motion
    attempt assassination|coup
"""
"""One idiom a line: see `matching`."""
