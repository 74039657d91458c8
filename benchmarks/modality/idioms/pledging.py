"""Verbs that agree, offer, plan or pledge together with words behind them."""

from __future__ import annotations

PLEDGING = """
    give nod|consent|assent|word|assurance|assurances|guarantee|guarantees|undertaking|pledge|promise
    give approval|agreement|commitment|permission|ok|okay|go-ahead
    give green light
    give go ahead
    give thumbs up
    give seal approval
    get|win|obtain|secure|extract|gain|draw|receive promise|promises|pledge|pledges
    get|win|obtain|secure|extract|gain|draw|receive assurance|assurances|guarantee|guarantees|commitment
    get|win|obtain|secure|gain|receive permission|approval|consent|invitation|go-ahead
    fix date
    circulate|publish|draft|outline plan|plans|proposal|proposals|blueprint|roadmap
    release|formulate|air|present plan|plans|proposal|proposals|blueprint|roadmap
    make pledge|promise|promises|commitment|commitments|offer|offers|vow|undertaking|overture|overtures
    make proposal|bid
    make available
    take pledge|vow
    take on commitment
    enter into commitment|undertaking
    come round|around to
    come up with offer|proposal|plan
    come forward with offer|proposal|plan
    come out with offer|proposal|plan
    sign up to|for
    sign letter intent
    sign on to
    line up to
    step up to
    throw open doors
    throw hat ring
    hold out hand|olive|offer|hope
    hold open door
    extend olive|invitation|offer|hand
    offer olive branch
    open door to
    open way|door
    leave door open
    pave way
    clear way
    lay ground|groundwork
    set stage
    set date|up talks
    set out plan|plans
    set aside million|billion|funds|money
    put on table
    put forward|forth plan|proposal|offer|idea
    put name to pledge
    lay on table
    table offer|proposal|plan
    table motion|draft
    submit|present plan|proposal|offer
    float idea|plan|proposal
    moot idea|plan
    reach agreement|deal|accord|understanding|consensus|compromise
    strike deal|bargain to|on
    hammer out deal|agreement
    thrash out deal|agreement
    come to agreement|terms|understanding
    arrive at agreement|understanding
    sign|ink|conclude|seal agreement|deal|accord|pact to
    draw up plan|plans
    work on plan|plans
    unveil plan|plans|proposal|proposals|bill|draft|scheme|package|budget
    announce plan|plans|intention|readiness|that|would|will|package|decision
    announce willingness|it
    outline plan|plans|proposal
    accept invitation|offer|proposal|plan|request|terms|idea|principle
    take up|on offer|invitation
    agree to|on
    approve plan|deployment|dispatch|sending|proposal|visit|aid|loan|package|sale|principle|transfer
    authorise dispatch|sending|deployment|plan|transfer|sale|loan
    authorize dispatch|sending|deployment|plan|transfer|sale|loan
    back plan|proposal|idea|call|calls to|for
    endorse plan|proposal|idea|sending|deployment|dispatch|call|calls
    support plan|proposal|idea|call|calls to|for
    welcome idea|proposal|prospect|offer|invitation
    favour plan|idea
    embrace plan|proposal|idea|principle
    vote to
    decide to|on|that
    resolve to
    choose to
    opt to|for
    elect to
    arrange to|for
    prepare to|for
    plan to
    get ready
    stand ready|prepared|by to
    stand willing
    declare readiness|willingness|intention|intent|ready|willing|would|will|prepared
    express willingness|readiness|intention|interest|desire|hope|commitment|determination|wish|will
    signal willingness|readiness|intention|intent|would|openness
    voice willingness|readiness|hope
    show willingness|readiness|interest
    indicate willingness|readiness|would
    convey willingness|readiness
    confirm would|will|readiness
    reaffirm commitment|pledge|readiness|determination
    renew commitment|pledge|offer|promise
    reiterate commitment|pledge|offer|readiness
    repeat pledge|promise|offer
    underline commitment|readiness
    stress commitment|readiness
    bind itself|himself|themselves|herself
    commit itself|himself|themselves|herself|to
    lend itself to
    warm to
    lean towards|toward
    incline to
    look forward|ahead
    look set|ready|likely
    aim to|for|at
    count on
    have mind
    see way
    extend welcome|invitation
    issue invitation
    send invitation
    hope to|for|that
    drop hint|hints
    go along with
    fall in with
"""
"""One idiom a line: see `matching`."""
