/** The Swedish words of the cards: 512, ordinary, and none is another with one letter wrong. The order must never change. */
export const swedishWords = `
  abborre afton alpaka ananas anka apelsin april arbete arena armband asfalt aula avstånd axel backe badkar bagare
  ballong banan bandage barkbåt bastu batteri begonia betong bildörr biljett björk blixt blomma blyerts blåbär bonde
  borste botten braxen bredvid brilla broder brunn bryggan bröd bubbla buffel bulle burk buske butik bygga byxor bänk
  bäver cello cement central choklad cirkel cirkus citron cykel dagbok dalgång damm datum delfin dessert dialekt diamant
  dimma docka doktor dotter dricka droppe druva dräkt duk dusch dvärg dynamo dyning däck ekorre ekstock eldstad elefant
  elvisp energi envis etikett evighet expert fabrik fakta falk familj farfar farmor fasad fest fiber figur finger fiol
  fiskmås fjord fjäder fjäril flagga flaska flyg flöjt fontän forell fotboll fredag frost frukost frukt fråga fräken frö
  fågel fåtölj färja fönster förort gaffel galopp gammal gardin garn giraff gitarr glans glädje glöd golvur granris
  gravyr grodd grotta gryning gryta grädde gränd gröt gubbe guld gumma gurka gåshud gåta gädda hallon hare harpa hektar
  hemväg hink hjort hjul hjälm hjärta hotell humla hund hus hylla håll häger hägg hälsa häst höbal höna hörsal hösten
  ibland idé igloo ikon inlopp insekt isbit iskall ivrig jacka jaguar jasmin jojo jorden juli juvel järnek kabel kaffe
  kajak kaktus kalas kamera kanin kanot kapsyl karta katt kavaj kedja kikare kilo kista kjol klippa klocka klöver knapp
  knut kofta koja kokbok kompis kopp korg kraft krans krita krokus krona kråka kudde kusin kvarn kvast kväll kyrka kyss
  kälke kök lakan lampa lasso ledig legend lejon lera linjal linne livboj ljus lodjur logga lokal lotus lucia lugn lunch
  lupin luva lykta lången lärka löfte lönn lördag löv magnet majs malva mamma mandel mango mattan medalj mejsel melon
  mening metall middag miljö mobil modell morfar morgon mormor morot mossa motor mugg mur museum musik muskot måltid
  måndag måne mätare nalle namn natur nerv nickel niga nisse nota nyhet nypon nål näbb närhet näsa nöje oboe ocean oliv
  olja omväg onsdag opera orange ordbok orgel orkan orre ost oväder ozon paddel paket palett palm panda pappa papper
  park pastej paus penna peppar piano pilot pipa pirat planet plast poesi polis ponny poppel portal prins prov pulka
  pumpa punkt pussel påse pärla päron radio ramsa recept regn rektor ribba ring ris robot rolig rosett rosta rova rubin
  ruta rymd råtta räls ränsel räv rökeri safir sallad salt sand savann schack segel senap siffra silke silver sirap sjal
  sjöman skata skog skola skugga skåp slalom slott släde slända smycke snigel snöre sockel soffa solros sommar soppa
  sopran spets spår stad stall stege stol strand stuga stövel sudd svala svamp svan syster såg såpa sökare sömn söndag
  tapet tavla taxi teater tempel tennis termos tiger tillit timjan timmer tisdag tistel tivoli toffel tomat tomte torn
  trana trappa trast trumma trä tröja tub tulpan tunnel tupp turban tusen tvål tvätt uggla ull umgås urskog utsikt utter
  vagn vallmo valnöt vanilj vante vass vatten viking vild vinge vinter violin visa vissla vitlök vuxen vykort våffla
  vårdag värld värme väska yrke yxa zebra zenit åker årgång årstid åsna älg änder äpple ärlig ärtor ättika även ödla öga
  öken ömsint önskan öppen ösregn
`.trim().split(/\s+/);
