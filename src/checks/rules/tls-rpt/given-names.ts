/** Given names that are common where mail addresses are written in Latin letters; lower-case, without accents. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron adam adrian agnes ahmed alan albert alejandro alex alexander alexandra alfred ali alice alicia alison amanda amir
amy ana anders andrea andreas andrew andy angela anita anja ann anna anne annette anthony antoine antonio arthur astrid
barbara beatrice ben benjamin bernard bernd bert beth bill birgit bob boris brandon brenda brian bruce bruno camille
carl carla carlos carmen carol caroline catherine cecile charles charlie charlotte chen chloe chris christian christina
christine christoph christopher claire clara claudia colin craig dan daniel daniela dave david debbie deborah denis
dennis diana diane diego dirk dmitri dominic donald donna doris dorothy douglas edith eduardo edward elena eleanor eli
elisabeth elizabeth ella ellen emil emily emma enrique eric erica erik erika esther eva evan eve fabian fatima felix
fernando fiona florian frances francesca francesco francis francois frank franz fred frederic freya fritz gabriel
gary geoff george gerald gerard gerhard gina giovanni giulia giuseppe gloria gordon grace greg gregory guido guillaume
hannah hans harald harold harry heather heidi heike heinz helen helena helga henri henrik henry herbert hiroshi holger
holly hugo ian ibrahim igor ingrid irene iris isaac isabel isabelle ivan jack jacob jacqueline jacques jake james jamie
jan jane janet janine jared jason javier jean jeff jennifer jenny jens jeremy jerome jerry jesper jessica jill jim joan
joanna joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph joshua juan judith
judy julia julian julie jun justin jurgen karen karin karl karsten kate katharina katherine kathleen kathy katie katja
katrin kay keith kelly ken kenneth kenji kerstin kevin kim kirsten klaus kristina kurt lars laura lauren laurent lea lee
lena leo leon leonard linda lisa liz lorenzo louis louise luca lucas lucia lucy luigi luis luke lydia maggie manfred
manuel marc marcel marco marcus margaret maria marie marina mario marion mark markus marta martha martin martina mary
mathias matt matteo matthew matthias maurice max maya megan mehmet melanie melissa michael michel michelle miguel mike
mohamed mohammed monica monika nadia nancy natalia natalie nathan nele neil nicholas nick nicola nicole niels nils nina
noah nora norbert norman oleg oliver olivia olivier omar oscar otto pablo pamela paolo patricia patrick paul paula pavel
pedro peggy per pete peter petra phil philip philipp philippe pierre priya rachel rainer ralf ralph ramon raul raymond
rebecca regina reinhard renate rene ricardo richard rick rob robert roberto robin roger roland roman ron ronald rosa
rose ruben rudolf russell ruth ryan sabine sally sam samantha samir samuel sandra sara sarah scott sean sebastian sergei
sergio sharon shirley silke silvia simon simone sofia sonia sophia sophie stefan stefanie stella stephan stephanie
stephen steve steven stuart sue susan susanne suzanne sven svetlana sylvia tamara tanja tara tatiana ted teresa theo
theresa thomas thorsten tim timothy tina tobias todd tom tomas tony torsten tracy ulrich ulrike ursula ute uwe valerie
vanessa vera veronica veronika victor victoria vincent viktor virginia vladimir volker walter wanda wayne wei wendy
werner wilhelm will william willy wolfgang yann yasmin yuki yusuf yves yvonne zoe`.split(/\s+/),
)
