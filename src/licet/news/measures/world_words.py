"""Words of worlds that have bans, fines and licences of their own: sport, school, housing, the kitchen."""

from __future__ import annotations

from licet.news.listed import listed

BODIES = listed(
    "abbey academy arbiter arbiters bishop bouncer caretaker chapel choir church cinema club clubs college"
    " concierge convent curator dean diocese faculty festival fia fide fifa gym headmaster headmistress"
    " headteacher headteachers hospital imam innkeeper invigilator invigilators ioc janitor jury kennel"
    " landlady landlord landlords league leagues librarian librarians library lifeguard lifeguards"
    " magistrates matron moderator moderators monastery mosque museum nba nfl nightclub nursery ombudsman"
    " orchestra organisers parish pastor playgroup priest promoter promoters provost psychiatrist pub"
    " publican publicans rabbi rector referee restaurateur ringmaster sacristan school schools scouts"
    " scrutineer scrutineers selectors stewards synagogue temple theatre uci uefa umpire university usher"
    " ushers vicar wada warden wardens zoo"
)
"""Those who forbid, fine and let in without being a state."""

HIT = listed(
    "actor actors actress actresses allotmenteers angler anglers apprentices athlete athletes babies baby"
    " barber barbers barista baristas barrister barristers bathers batsman batter batters borrower borrowers"
    " bouncers bowler boxer boxers boyfriend bride busker buskers campers captaincy caravanners catcher chef"
    " chefs children choristers churchgoers climber climbers clubbers coaches comedian comedians contestant"
    " contestants critic cyclist cyclists dancer dancers defender diners doctor doctors drinker drinkers"
    " drummer entrant entrants exhibitor exhibitors fans finalists freshers fullback gamer gamers gardener"
    " gardeners girlfriend goalkeeper goalkeepers golfer golfers grandmaster grandmasters groom guests"
    " hairdressers handler handlers hecklers hikers hooligan hooligans housemates husband jockey jockeys"
    " jogger joggers jurors landladies laureate leaseholder leaseholders linebacker linesman linesmen lodger"
    " lodgers midfielder mother mothers motorist motorists mourners novelist novelists novices nurse nurses"
    " paddlers parents parishioner parishioners passengers patient patients patrons pedestrian pedestrians"
    " pensioners pianist pitcher player players poet poets pupil pupils quarterback rapper ravers regulars"
    " revellers rider riders roommate rower rowers runner runners schoolboy schoolchildren schoolgirl"
    " shoppers singer skateboarder skateboarders skater skaters skiers soprano spectator spectators sprinter"
    " squatters streamer streamers striker strikers student students supporters surfer surfers swimmer"
    " swimmers teacher teachers teammate teammates teenagers tenant tenants tenor ticketholders toddler"
    " toddlers trainee trainees trainers traveller travellers ultras undergraduate undergraduates violinist"
    " visitor visitors waiter waiters winger worshippers wrestler"
)
"""Those whom such bodies forbid, fine and let in."""

MATTERS = listed(
    "aimbot aisle allotment allotments altar amplifier amplifiers angling armbands armrest arrears ashtray"
    " audited auditor auditors avatar avatars balconies balcony bantams baptism barbecue barbecues bat bats"
    " bays beach bedside beer bikini bikinis bingo bins bonfire bonfires bookshelf bookshelves borrowing"
    " bourse bowls breed buggies buggy burial burials bursary busking cabaret cake cakes campsite campus"
    " canoe canoes carp casserole cat cats championship championships cheating cheats chess chimney choirs"
    " churchyard cider cinemas clamp clamped clamping clamps classroom classrooms clubhouse cockerels"
    " communion compost concert concerts corridor coursework cremation cricket crisps crossword cup currants"
    " custard cycling darts derby dessert dinghy diploma dissertation dissertations dividend dividends dog"
    " dogs doorstep doping dormitories dormitory dough driveway dumplings dunes emoji encore esports essay"
    " essays exam examination examinations exams fairway film films fireplace fixture fixtures flats foal"
    " football forum forums frisbee funeral funerals gala game games garden gardens gig gigs goal goals goat"
    " goats goggles golf graveyard gravy greenhouse haircut hairdresser hairstyle hallway hamster handicap"
    " handicaps hardback hashtag headphones headstone headstones hedge hedges hens hockey homework hoodie"
    " hoodies hosepipe hosepipes hound hounds hymn innings issuer issuers jam jogging jukebox karaoke kayak"
    " kayaks kennels kerb kite kites kitten kittens knitting knockout lawn lawns leaderboard leash lecture"
    " lectures lending lipstick litter litters livestream locker lockers loot loudspeakers luggage marathon"
    " match matches matinee medal medals menus mooring moorings muzzle muzzles nave nightclubs norovirus"
    " novel nudity offside oven overdue paddleboard paddock palme pantomime paperback paperbacks parking"
    " parrot parrots pavement peloton pet pets pew picnic piercings pint pints pitch plagiarism playground"
    " playlist playoffs podium poem poems pond poodle pool potluck pouches pram prams prize prizes prospectus"
    " pudding pulpit puppies puppy quarterfinal quiz racecourse racket raffle recipe recipes referees regatta"
    " rehearsal relegation rent rents resit resits retake rink roach robing roundabout rowing rugby sacrament"
    " sandcastles saucepan sauna scones scooter scoreboard scored screenings selfie selfies semester"
    " semifinal semifinals sermon setlist shareholder shareholders shed sheds sheepdog shorts simmer"
    " skateboards skating sledging slipway smoking snowball snowballs soccer spaniel spaniels speeding"
    " sprinkler sprinklers squad stadium stairs stairwell steeple suet suitcase suitcases sunbathing"
    " surfboard surfboards swimming tablespoon tattoo tattoos teaspoon tenancy tennis tents terrier tickets"
    " timetable topless touchline tournament tournaments tracksuit triathlon trophy trout tutorial tutorials"
    " umpires umpiring urn username usernames vanilla vaping velodrome vestry vet visiting ward wards"
    " watering wedding weddings wheelie whippet whisk wicket wreath wreaths yoga"
)
"""What their rules are about."""

WORLD = BODIES | HIT | MATTERS
"""Words that stand seldom in a story about measures of trade."""
