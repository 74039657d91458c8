"""Words that tell an act: what is told neither in one of them nor in an idiom is not taken for done.

The words are verbs by their base form and nouns of events, sorted by what is done. A verb that tells an act
only with its object ("gave food", "put on trial") is light: one of these nouns must follow it.
"""

from __future__ import annotations

from benchmarks.modality.forms import forms_of

from licet.news.listed import listed

_MEETING = """
    meet visit host receive confer consult discuss talk speak telephone phone call ring negotiate mediate
    parley converse chat convene gather assemble attend greet welcome entertain fly travel arrive land depart
    leave return tour dine lunch breakfast huddle brief debrief debate exchange deliberate sit confabulate
    broker facilitate shuttle join participate reconvene resume reopen open begin start launch conclude finish
    complete wrap inaugurate mark celebrate commemorate address lecture interview escort accompany sound probe
    explore correspond write reply respond answer inform notify report hail contact liaise journey sail drive
    go come stop stay hear interrogate mingle rub arbitrate intercede intervene see hug embrace kiss bow bury
    dock moor resume subside abate chair preside moderate reunite renew chaperone
"""
_SUPPORT = """
    praise commend applaud laud congratulate thank salute honour honor decorate extol acclaim cheer compliment
    endorse back support champion defend uphold recognise recognize acknowledge legitimise legitimize affirm
    apologise apologize forgive pardon excuse console condole commiserate sympathise sympathize mourn regret
    sign ratify initial ink conclude adopt seal pass enact vouch side stick canvass rally stand reward toast
    credit cite nominate elect appoint name crown swear reelect award confer bless hail fete lionise eulogise
    vindicate exonerate reconcile accredit befriend
"""
_COOPERATION = """
    cooperate collaborate ally partner trade buy sell purchase import export barter lease rent hire invest
    share exchange train drill exercise rehearse practise practice build construct rebuild repair restore
    connect link merge integrate harmonise extradite transfer transmit pool operate run manage develop
    establish found create form set normalise normalize reestablish re-establish upgrade patrol swap
    coordinate co-ordinate tip double triple treble quadruple increase boost expand widen strengthen deepen
    cement forge forge digitise survey map study license licence twin unite aid help assist give provide
    supply send ship deliver donate grant fund finance subsidise bankroll lend loan disburse pay repay
    reimburse compensate contribute distribute airlift evacuate rescue save feed shelter house harbour treat
    heal vaccinate inoculate nurse equip arm outfit furnish bring carry ferry truck fly haul escort protect
    guard secure save settle resettle relieve bail rehabilitate reconstruct admit accommodate take drop unload
    hand pump chip waive forgive cancel write replenish restock sponsor endow underwrite dispatch despatch
    airdrop parachute tow extinguish clothe teach educate advise counsel monitor supervise observe verify
    inject channel resupply resettle replant irrigate bandage operate
"""
_YIELDING = """
    free release liberate parole amnesty pardon return restore reinstate rehabilitate lift ease relax loosen
    soften reduce cut lower scrap abolish repeal rescind revoke annul cancel drop withdraw retreat pull
    surrender capitulate yield concede relent resign quit abdicate retire step bow climb cave disarm
    demobilise demobilize dismantle destroy decommission disband dissolve vacate evacuate abandon relinquish
    cede allow permit let admit legalise legalize unban unblock unfreeze reopen open clear demolish comply
    obey honour implement observe apologise compensate confess repatriate commute decriminalise acquit exempt
    grant hand turn lay disengage redeploy suspend end halt cease stop deescalate de-escalate defuse release
    redress unlock unseal relent backtrack backpedal improve normalise suspend declare extend acquiesce
"""
_ACCUSING = """
    accuse blame charge allege criticise criticize condemn denounce deplore decry lambast lambaste castigate
    rebuke reprimand reproach scold chide upbraid berate slam blast attack assail lash censure fault slate
    excoriate vilify malign slander libel defame smear insult deride ridicule mock jeer taunt mimic caricature
    complain protest object lament bemoan regret sue indict arraign prosecute impeach convict sentence try
    condemn find implicate incriminate impugn brand label call dub liken compare denigrate disparage pillory
    lampoon heckle boo grumble rail fulminate inveigh bristle fume seethe disapprove discredit discourage
    expose unmask finger point suspect reprove admonish chastise flay savage carp gripe moan litigate
    name shame haul arraign investigate inspect examine probe search inquire enquire audit scrutinise review
    question interrogate interview study check sift trace track uncover discover find detect test sample
    screen verify exhume autopsy catch summon vet bribe rig falsify embezzle misuse misappropriate
    harangue quarrel spar bicker decode
"""
_PROTEST = """
    protest demonstrate march rally riot strike picket parade boycott fast occupy blockade block barricade
    obstruct disrupt besiege chant burn torch throw hurl pelt stone lob dump clash scuffle brawl rampage loot
    ransack vandalise vandalize deface smash stage converge mass gather flock pour swarm mill surge throng
    walk down heckle whistle mob storm invade overrun rebel revolt mutiny rise resort light lock chain spill
    paralyse paralyze shut bang blow stop set swell hold carry wave tear trample immolate wear fell uproot
    paint daub plaster hoist unfurl wreck trash overturn smear
"""
_COERCION = """
    arrest detain jail imprison intern incarcerate hold seize confiscate impound expropriate nationalise
    nationalize requisition capture abduct kidnap deport expel evict banish exile oust eject remove extradite
    repatriate ban bar outlaw prohibit forbid restrict curb limit curtail censor gag muzzle silence suppress
    repress quell crush disperse break dispel crack club beat baton teargas impose levy tighten declare
    institute proclaim suspend close shut seal cordon raid search ransack frisk ambush harass intimidate bully
    terrorise terrorize coerce blackmail extort persecute fine penalise penalize punish dismiss fire sack
    purge demote strip revoke cancel annul void disqualify discharge dissolve disband raze bulldoze demolish
    destroy damage wreck sabotage hack deface leak wiretap bug spy eavesdrop jam prevent keep stop force
    compel round pick arraign try sentence execute hang behead flog whip cane lash stone electrocute garrotte
    sanction embargo blacklist freeze block cut sever break downgrade recall withdraw pull reduce slash halt
    cease end discontinue interrupt stop ground turn intercept board isolate ostracise quarantine blockade
    besiege encircle surround tail shadow handcuff shackle chain padlock spirit whisk bundle drag haul
    frogmarch conscript draft ration devalue tax surveil disconnect deny delist overburden starve blind
    smuggle traffic counterfeit pollute uproot enslave strand denaturalise invalidate disenfranchise disarm
"""
_FORCE = """
    attack assault kill murder slay assassinate execute massacre slaughter butcher exterminate decimate wound
    injure maim hurt cripple mutilate torture rape abuse molest violate assault beat stab knife slash shoot
    gun machine-gun snipe fire open bomb bombard shell mortar strafe rocket pound hammer hit strike blast blow
    explode detonate ambush raid storm invade overrun occupy capture take seize conquer annex recapture retake
    recover rout repel repulse push drive chase hunt fight battle clash skirmish duel exchange engage trade
    cross enter penetrate infiltrate advance march roll sweep thrust charge attempt besiege lay mine
    booby-trap plant gas poison burn torch set gut incinerate firebomb napalm raze level flatten destroy down
    sink scuttle torpedo ram hijack commandeer kidnap abduct lynch hang crucify behead decapitate strangle
    suffocate drown ethnically cleanse expel displace uproot exterminate rain unleash launch test test-fire
    lob hurl drop deploy mobilise mobilize mass amass move station post rush dispatch reinforce bolster
    fortify dig arm rearm alert call conscript draft recruit enlist train drill parade scramble position set
    stockpile build patrol guard erupt flare rage intensify escalate resume violate break rock tear perish die
    fall crash topple overthrow depose oust stalk gore crush run plough lash finish eliminate neutralise
    neutralize wipe dismember trap corner resist concentrate maneuver manoeuvre aim train sortie encamp
    garrison brandish pillage plunder loot sack terrorise menace rip pick mow cut ignite collapse flee fled
    escape
"""
_OTHER = """
    pin nail hammer staple
    ring encircle readmit acquit adjudge proclaim institute decree conduct commandeer dethrone snipe detonate
    brutalise pacify reinter extradite indemnify refloat reunite rebroadcast cross-fire hole holed-up sweep
    comb scout ballot pass sail steam dine sup feast toast picnic rehearse spray hack frisk cosh tase
    pepper-spray abrogate accost activate adjourn adjudicate administer airbrush amputate anoint apprehend
    ascend assign avenge backstab beckon bestow blackout bloody bootleg broadcast bruise bungle burgle bus
    capsize careen caress cart catapult cater certify chaperon chauffeur cheat christen churn circulate
    circumcise clamp clarify clean clobber cloister coach codify collect collude commence commission concoct
    condense confine confront congregate connive consecrate consolidate consume contaminate convert convoy
    corral corrupt counterattack countermand court crate cremate crew cross-examine cruise crumble crystallise
    curse cushion customise decamp declassify dedicate defect defraud defrock delegate deluge demarcate
    denationalise depopulate deprive deputise derail desecrate desert designate desolate destabilise detach
    deteriorate dethrone detour devastate disappear discipline disembark disembowel disfigure disgorge
    dishonour disinter dislodge dismount dispense displease dispossess disseminate ditch divert divide dope
    drape drench dynamite elbow electrify elude emancipate emasculate embitter emigrate empower encroach
    endanger enforce enfranchise engulf enlarge enrage enrol enroll ensnare entangle enthrone entrap entrench
    envelop eradicate erect espouse exacerbate excavate excommunicate extract extricate fabricate fatten fence
    filch film flank flood flush fly-tip foist foment forage force-feed forfeit formalise fracture franchise
    fumigate furlough garland garner gatecrash gerrymander ghettoise gouge grab graduate grenade grill group
    halve hamstring harvest heave herd hoard hospitalise hound hush hustle immigrate immunise impale imperil
    impersonate impoverish impregnate inch incite indoctrinate induct infect infest inflame inflict infringe
    inhume initiate install instigate insulate insure inter interfere internationalise interpose intrude
    inundate inveigle irradiate jail-break jeopardise jettison jolt jostle juggle junk kick kit knock lacerate
    lasso launder leapfrog lengthen lever liquidate lop lubricate lunge mail maltreat manacle mangle manhandle
    manipulate manufacture marginalise maroon marshal martyr maul meddle militarise minister mishandle
    misinform mistreat modernise monopolise mug muster nab narrow naturalise net nip nullify obliterate
    offload offset ordain outflank outgun outvote overhaul overload overpower overtake pacify package
    partition patent patronise pave peddle peg pepper perforate perpetrate perturb piece pierce pilfer pilot
    pinion pinpoint pip pirate plague plumb poach police politicise populate precipitate print privatise
    process procure profane prolong prop propagate proscribe provoke prune publish pummel puncture pursue
    quarter quash quiz race rack radio rake ramp ransom ravage realign rearrange reassign recapitalise recast
    reclaim recoup rectify recycle redeem redirect redistribute redraw refinance refit refloat reform refuel
    refurbish regain regroup regulate rehouse reimpose reinstall rejoin rejuvenate rekindle relay relocate
    remand remodel remunerate rename reorganise replace repossess reprint reshape reshuffle restrain
    restructure retaliate retool retrain retrieve reunify revamp revenge revisit revitalise revive rework
    riddle roam roast rob roost rouse rupture salvage scald scan scar scatter scoop scorch scour scout scrub
    sculpt sear secede secrete sedate segregate serenade shake sham shatter shepherd shift shoot-dead shoulder
    shove shower shred shunt sideline sing siphon slice slug smack smoke smother snarl snatch snoop soak
    solder spear spearhead spike splash spoil spray spread spruce squander squash squat squeeze squelch staff
    stampede standardise stash steal steamroll steer stitch stock stoke straddle stray stream strew
    strip-search stroll stun stunt subdue subjugate submerge subpoena substitute subsume subvert sully
    superimpose supersede supplant swallow swamp swindle switch swoop syndicate tackle tamper tap tar tattoo
    team tear-gas tease telegraph televise terminate testify thrash throttle thump thwack torment tout
    transcribe transfuse translate transplant transport traumatise traverse tread trek tribute trick trigger
    troop trounce truncate tug tumble tunnel tutor underpin undress unearth unify unpack unravel unseat upend
    uplift usher usurp utilise vault veil vent venture victimise vomit wade wallop ward warehouse waylay
    weaken weave wedge weld whack whitewash wield wiggle wire-tap woo wreathe wrest wrestle zap
"""
VERBS: frozenset[str] = frozenset(
    form
    for text in (_MEETING, _SUPPORT, _COOPERATION, _YIELDING, _ACCUSING, _PROTEST, _COERCION, _FORCE, _OTHER)
    for verb in text.split()
    for form in forms_of(verb)
)
"""All forms of verbs that tell an act, if nothing about them says otherwise."""

NOUNS = listed(
    "talks meeting meetings visit visits summit conference discussions negotiations consultations dialogue"
    " conversation conversations mediation tour trip stop session hearing audience reception banquet dinner"
    " lunch phone telephone touch contact contacts handshake praise support tribute condolences"
    " congratulations thanks sympathy apology apologies recognition endorsement backing homage solidarity"
    " blessing treaty pact contract memorandum protocol accord amnesty pardon reprieve compensation"
    " concession concessions asylum refuge haven bail clemency independence autonomy immunity visa visas"
    " citizenship access freedom reforms aid assistance relief help food medicine medicines supplies"
    " shipment shipments delivery loan loans grant grants money funds credit credits million billion tonnes"
    " tons helicopters ships boats vehicles trucks doctors nurses engineers tents blankets weapons arms"
    " ammunition training intelligence information evidence expertise exercise exercises manoeuvres"
    " maneuvers patrol patrols operation operations drill drills project projects ties relations links"
    " embassy consulate ambassador ambassadors criticism criticisms condemnation blame complaint complaints"
    " lawsuit suit suits charges indictment verdict accusation accusations allegation allegations rebuke"
    " reprimand censure outrage anger concern dismay displeasure inquiry investigation investigations probe"
    " search searches inspection inspections autopsy audit protest protests demonstration demonstrations"
    " rally rallies march marches strike strikes riot riots sit-in vigil hunger boycott blockade roadblock"
    " roadblocks barricades streets stones unrest picket pickets walkout stoppage uprising rebellion revolt"
    " mutiny arrest arrests detention detentions seizure seizures raid raids crackdown curfew emergency"
    " siege martial ban bans embargo embargoes sanctions restrictions curbs penalties fine fines"
    " deportation deportations expulsion expulsions eviction evictions censorship custody prison jail trial"
    " hostage hostages captive captives prisoner prisoners tear gas cannon baton batons control power"
    " blackout attack attacks assault assaults offensive bombing bombings bombardment blast blasts"
    " explosion explosions shelling killing killings murder murders massacre massacres execution executions"
    " assassination assassinations ambush ambushes clash clashes fighting battle battles fire gunfire shots"
    " rockets rocket missile missiles bombs bomb grenades grenade shells torpedo invasion incursion"
    " occupation coup kidnapping kidnappings abduction abductions hijacking torture rape rapes abuse"
    " beating beatings airstrike airstrikes strafing sortie sorties alert troops soldiers forces tanks tank"
    " warships warship reservists army marines police mobilisation mobilization deployment withdrawal"
    " retreat pullout ceasefire cease-fire truce resignation release return surrender evacuation lives life"
    " casualties wounded dead law laws decree budget constitution complaints suit hands work exodus sit"
    " medal medals claim damages test tests election elections referendum ballot poll trial funeral"
    " ceremony interview office samples ransom council committee fund hospital school cabinet town towns"
    " city village villages base airport island hill port province valley country"
)
"""Nouns of acts, and of what is given, taken or sent in one."""

HAPPENS: frozenset[str] = frozenset(
    form
    for verb in listed("happen occur continue follow spread take come go break begin start end resume")
    for form in forms_of(verb)
)
"""Verbs of which the subject tells what was done ("fighting continued")."""

LIGHT: frozenset[str] = frozenset(
    form
    for verb in listed(
        "give make take put bring hold have do get go come run lay turn throw set pull draw lend stand"
        " break carry call fall show cast reach raise let push lead issue express voice offer extend"
        " perform be see find hear know bear stay keep move work stop start begin undertake continue use"
        " lodge file conduct remain organise organize commit apply employ approve pass adopt shake complete"
        " join rise place"
    )
    for form in forms_of(verb)
)
"""Verbs of which the words behind them tell what was done."""
