"""One small page in each layout format: a heading, a body of two lines and a caption, out of reading order."""

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
 <Description><sourceImageInformation><fileName>岚江-02.tif</fileName></sourceImageInformation></Description>
 <Tags><LayoutTag ID="T1" LABEL="heading"/><LayoutTag ID="T2" LABEL="caption"/></Tags>
 <ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r1" REF="B2"/><ElementRef ID="r2" REF="B1"/></OrderedGroup>
 </ReadingOrder>
 <Layout><Page ID="P1"><PrintSpace>
  <TextBlock ID="B1"><TextLine><String CONTENT="本报"/><String CONTENT="讯"/></TextLine>
   <TextLine><String CONTENT="GDP"/><SP/><String CONTENT="up"/></TextLine></TextBlock>
  <ComposedBlock ID="C"><TextBlock ID="B2" TAGREFS="T1"><TextLine><String CONTENT="县里开会"/></TextLine></TextBlock>
   <TextBlock ID="B3" TAGREFS="T2"><TextLine><String CONTENT="图为会场"/></TextLine></TextBlock></ComposedBlock>
  <TextBlock ID="B4"><TextLine/></TextBlock>
 </PrintSpace></Page></Layout>
</alto>"""

PAGE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
 <Page imageFilename="岚江-02.tif" imageWidth="1" imageHeight="1">
  <ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="r1"/>
   <OrderedGroupIndexed id="h" index="0"><RegionRefIndexed index="0" regionRef="r2"/></OrderedGroupIndexed>
   <RegionRefIndexed index="2" regionRef="i1"/></OrderedGroup></ReadingOrder>
  <TextRegion id="r1" type="paragraph"><TextLine id="l1"><TextEquiv index="1"><Unicode>错</Unicode></TextEquiv>
    <TextEquiv index="0"><Unicode>本报讯</Unicode></TextEquiv></TextLine>
   <TextLine id="l2"><Word id="w1"><TextEquiv><Unicode>GDP</Unicode></TextEquiv></Word>
    <Word id="w2"><TextEquiv><Unicode>up</Unicode></TextEquiv></Word></TextLine></TextRegion>
  <TextRegion id="r2" type="heading"><TextEquiv><Unicode>县里开会</Unicode></TextEquiv></TextRegion>
  <ImageRegion id="i1"/>
  <TextRegion id="r3" custom="structure {type:caption;}"><TextEquiv><Unicode>图为会场</Unicode></TextEquiv></TextRegion>
 </Page>
</PcGts>"""

HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>
 <div class='ocr_page' id='page_1' title='image "scans/岚江-02.tif"; bbox 0 0 1 1; ppageno 0'>
  <h1 class="ocr_title">县里&nbsp;开会</h1>
  <div class='ocr_carea'><p class='ocr_par'>
   <span class='ocr_line'><span class='ocrx_word'>本</span> <span class='ocrx_word'>报</span>
     <span class='ocrx_word'>讯</span></span>
   <span class='ocr_line'><span class='ocrx_word'>GDP</span> <span class='ocrx_word'>up</span></span></p></div>
  <div class='ocr_carea'><span class='ocr_line'>图为会场</span></div>
 </div></body></html>"""
